// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ScreenBar } from '../../components/ScreenBar';
import english from '../../public/_locales/en/messages.json';
import { show } from './show';

const LOCALES = ['ar', 'de', 'en', 'es', 'fr'];
const page = new DOMParser().parseFromString(readFileSync('entrypoints/popup/index.html', 'utf8'), 'text/html');

it('the frame of the popup’s page is what its script draws, so that nothing of it moves', () => {
  const { container } = show(<ScreenBar tools={[]} />);
  const drawn = container.querySelector('.ss-bar .ss-brand');
  const written = page.querySelector('#screen > main.ss-page.ss-popup-page > .ss-bar > .ss-brand');
  expect(written?.outerHTML).toBe(drawn?.outerHTML);
});

it('it says nothing but our name, which is the same in every language, and that more is on its way', () => {
  expect(page.body.textContent?.trim()).toBe(english.extension_name.message);
  for (const locale of LOCALES) {
    expect(JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')).extension_name.message).toBe(
      english.extension_name.message,
    );
  }
  expect(page.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
});

/** A style sheet with all that it imports. */
function styleOf(path: URL): string {
  return readFileSync(path, 'utf8').replace(/@import "(.+?)";/g, (_, other: string) => styleOf(new URL(other, path)));
}

it('its style does not ask for the window’s size, of which the browser tries several before it shows the popup', () => {
  const main = new URL('entrypoints/popup/main.tsx', `file://${process.cwd()}/`);
  const imports = [...readFileSync(main, 'utf8').matchAll(/import '(.+\.css)'/g)];
  const style = imports.map(([, path]) => styleOf(new URL(path!, main))).join('\n');
  expect(style).toContain('.ss-popup-page');
  expect(
    [...style.matchAll(/@media[^{]*/g)].map(([rule]) => rule).filter((rule) => /width|height|orientation/.test(rule)),
  ).toEqual([]);
});
