/** What pages try, in Chromium with the build that ships. The pages are served at hosts of the demo newsroom and of strangers. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chromium } from '../../scripts/demo/chromium';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { OUTLETS } from '../../scripts/demo/outlets';
import { ask, badgeOn, launchReader, refreshAll, verdictOn } from '../../scripts/demo/reader';
import { addressOf } from '../../scripts/demo/reports';

/** A page of any size and depth must be read within this time, with eight other jobs on two cores. */
const PATIENCE = 30_000;

let newsroom: Newsroom;
let chromium: Chromium;
let options: Page;
/** A page that wears a badge. */
let known: string;
let hostileReport: string;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  const [first] = newsroom.reports;
  newsroom.print([
    {
      ...first!,
      outlet: 'harbor',
      path: '/hostile/markup',
      title: 'Mill <script>document.pwned=1</script><img src=x onerror="document.pwned=1"> closes in Ostrava “after”\u202E fire',
      byline: '<b onclick="document.pwned=1">Jo Brand</b>',
      paragraphs: [
        'A mill in Ostrava closed after a fire <img src=x onerror="document.pwned=1"> on Monday, its owner told Harbor Ledger.',
        'No worker was hurt, the owner said. The mill made paper for <a href="javascript:document.pwned=1">packaging</a>.',
      ],
      story: null,
      origin: 'own',
      inFeed: true,
    },
  ]);
  hostileReport = addressOf(newsroom.reports.at(-1)!);
  known = openingPage(newsroom);
  ({ chromium, options } = await launchReader(newsroom.opml, { newsroom }));
  await refreshAll(options);
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

const BODY = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>Paragraph ${i}: gardeners of the valley lift their dahlias before the frost and dry the tubers in sand for the winter.</p>`,
).join('');
/** A page that looks like an article of its own. */
const articleWith = ({ head = '', body = BODY, title = 'Lifting dahlias before the frost' } = {}) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:type" content="article">
   <meta property="article:published_time" content="${new Date().toISOString()}">${head}</head>
   <body><article><h1>${title}</h1>${body}</article></body></html>`;

/** Serves a page at an address and opens it. */
async function visit(address: string, html: string): Promise<Page> {
  newsroom.answer(address, (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  const page = await chromium.context.newPage();
  await page.goto(address);
  return page;
}

/** The page that wears a badge, with a script of its own that runs before anything else. */
async function knownPageWith(script: string): Promise<Page> {
  const page = await chromium.context.newPage();
  // As the page's own first script: in the page's world, before the extension's.
  await page.addInitScript(script);
  await page.goto(known);
  return page;
}

/** What a page's own script sees. */
const inPage = <T>(page: Page, script: string): Promise<T> => page.evaluate(script);

const settings = () => ask(options, 'settings/get', null);
const followed = async () => (await ask(options, 'stories/list', { followed: true })).length;

describe('a page that is no article of a known story', () => {
  it.each([
    ['a canonical address of it', () => `<link rel="canonical" href="${known}">`],
    ['its address as og:url', () => `<meta property="og:url" content="${known}">`],
    [
      'its address in JSON-LD',
      () =>
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Lifting dahlias before the frost","mainEntityOfPage":"${known}","url":"${known}","@id":"${known}"}</script>`,
    ],
    ['its address as base', () => `<base href="${known}"><link rel="canonical" href="?">`],
  ])('does not wear its badge by claiming %s', async (_, head) => {
    const page = await visit(`https://stranger.example/garden/${Math.random()}/dahlias`, articleWith({ head: head() }));
    expect((await verdictOn(options, page)).is).toBe('not-covered');
    expect(await badgeOn(page, 300)).toBeNull();
    await page.close();
  });

  it.each([
    ['a subdomain of its own', (host: string, path: string) => `https://${host}.stranger.example${path}`],
    [
      'a host that begins alike',
      (host: string, path: string) => `https://${host.replace('.example', '-example.example')}${path}`,
    ],
    // The Cyrillic letter that looks like an a.
    ['letters that look alike', (host: string, path: string) => `https://${host.replace('a', '\u0430')}${path}`],
    ['the host as user name', (host: string, path: string) => `https://${host}@stranger.example${path}`],
  ])('does not wear its badge by %s', async (_, lookAlike) => {
    const { host, pathname } = new URL(known);
    const address = lookAlike(host, pathname);
    const page = await visit(address, articleWith());
    expect(['not-covered', 'not-article']).toContain((await verdictOn(options, page)).is);
    expect(await badgeOn(page, 300)).toBeNull();
    await page.close();
  });
});

describe('a page that is built to break its reader', () => {
  const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
  const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;
  it.each([
    [
      'JSON-LD with the keys of prototypes',
      {
        head: ld(
          '{"@type":"NewsArticle","headline":"Lifting dahlias before the frost","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"author":{"__proto__":{"name":"x"}}}',
        ),
      },
    ],
    [
      'JSON-LD nested without end',
      { head: ld(`{"@type":"NewsArticle","headline":"Lifting dahlias before the frost","a":${nested('[', ']', 60_000)}}`) },
    ],
    ['JSON-LD of megabytes', { head: ld(`{"@type":"NewsArticle","headline":"${'dahlia '.repeat(600_000)}"}`) }],
    ['a title of megabytes', { title: 'Dahlias '.repeat(400_000) }],
    ['tens of thousands of meta tags', { head: '<meta name="author" content="x">'.repeat(40_000) }],
    ['elements nested without end', { body: `${nested('<div>', '</div>', 20_000)}${BODY}` }],
    ['a hundred thousand paragraphs', { body: BODY + '<p>One more paragraph of no weight at all here.</p>'.repeat(100_000) }],
    [
      'dates out of time',
      {
        head: '<meta name="date" content="275760-09-13"><meta name="pubdate" content="-1"><time datetime="99999999999999999999">',
      },
    ],
    [
      'addresses that are none',
      {
        head: '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://[::1"><base href="data:text/html,x">',
      },
    ],
  ])('by %s is read, or left, in time', async (_, made) => {
    const page = await visit(`https://stranger.example/heavy/${Math.random()}/dahlias`, articleWith(made));
    const verdict = await verdictOn(options, page, PATIENCE);
    expect(['not-covered', 'not-article']).toContain(verdict.is);
    // The page itself and the worker still answer.
    expect(await inPage(page, '1 + 1')).toBe(2);
    expect(await options.evaluate('({}).polluted')).toBeUndefined();
    expect(await chromium.worker.evaluate('({}).polluted')).toBeUndefined();
    await page.close();
  });
});

describe('markup in what feeds and pages say', () => {
  it('is shown as text, and nothing of it runs', async () => {
    const page = await chromium.context.newPage();
    await page.goto(hostileReport);
    const badge = await badgeOn(page);
    expect(badge).not.toBeNull();
    await badge!.click();
    const popup = page.getByRole('dialog');
    await popup.waitFor();
    expect(await popup.locator('img, script, iframe, [onclick], [onerror]').count()).toBe(0);
    const links = await popup.locator('a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol));
    expect(links.filter((protocol) => !/^(?:https?|chrome-extension):$/.test(protocol))).toEqual([]);
    await page.close();
    expect(await options.evaluate('document.pwned')).toBeUndefined();
  });
});

describe('a page that wears a badge', () => {
  it('cannot press it: no event of a script mutes, follows or opens anything', async () => {
    const before = { muted: (await settings()).muted, followed: await followed(), pages: chromium.context.pages().length };
    const page = await knownPageWith('');
    const badge = await badgeOn(page);
    expect(badge).not.toBeNull();
    // With the popup open there is more to press.
    await badge!.click();
    await page.getByRole('dialog').waitFor();
    await inPage(
      page,
      `(() => {
        const host = document.querySelector('second-source-overlay');
        const targets = new Set([host]);
        for (let x = 0; x < innerWidth; x += 12) for (let y = 0; y < innerHeight; y += 12) targets.add(document.elementFromPoint(x, y));
        for (const target of targets) {
          if (!target) continue;
          for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick'])
            target === host && target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
          for (const key of ['Enter', ' ', 'Tab'])
            target === host && target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        }
        host.click();
        host.focus();
        document.activeElement.click?.();
      })()`,
    );
    await new Promise((done) => setTimeout(done, 300));
    expect({ muted: (await settings()).muted, followed: await followed() }).toEqual({
      muted: before.muted,
      followed: before.followed,
    });
    expect(chromium.context.pages()).toHaveLength(before.pages + 1);
    await page.close();
  });

  it('sees one empty element with a style, and never what stands in it', async () => {
    const page = await knownPageWith(`
      window.heard = [];
      for (const type of ['click', 'pointerdown', 'keydown', 'focusin', 'message', 'input', 'toggle'])
        addEventListener(type, (event) => heard.push([type, event.target?.localName ?? '', event.composedPath().length > 0 && event.composedPath()[0].localName]), true);
    `);
    const badge = await badgeOn(page);
    await badge!.click();
    await page.getByRole('dialog').waitFor();
    const seen = await inPage<Record<string, unknown>>(
      page,
      `(() => {
        const host = document.querySelector('second-source-overlay');
        return {
          root: host.shadowRoot, html: host.innerHTML, text: host.innerText, children: host.childNodes.length,
          attributes: host.getAttributeNames(), selection: (getSelection().selectAllChildren(host), String(getSelection())),
          inside: heard.some(([, target, first]) => target.startsWith('ss-') || (first && first !== target)),
          messages: heard.filter(([type]) => type === 'message').length,
          find: window.find?.('Verified by'),
        };
      })()`,
    );
    expect(seen).toMatchObject({
      root: null,
      html: '',
      text: '',
      children: 0,
      attributes: ['style'],
      selection: '',
      inside: false,
      messages: 0,
    });
    await page.close();
  });

  it('cannot open the closed root by defining the element as its own', async () => {
    const page = await knownPageWith(`
      window.roots = [];
      window.internals = [];
      for (const name of ['second-source-overlay', 'second-source-links'])
        customElements.define(name, class extends HTMLElement {
          constructor() { super(); this.look(); }
          connectedCallback() { this.look(); }
          look() { try { internals.push(this.attachInternals()) } catch {} }
        });
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: 'open' }); roots.push(root); return root; };
    `);
    const badge = await badgeOn(page);
    expect(badge, 'the badge stands all the same').not.toBeNull();
    expect(await inPage(page, 'roots.length + internals.filter(({ shadowRoot }) => shadowRoot !== null).length')).toBe(0);
    await page.close();
  });

  it('that freezes prototypes and overrides globals wears it all the same', async () => {
    const page = await knownPageWith(`
      for (const part of [Node, Element, HTMLElement, Document, Array, Object, String, Promise, Map])
        Object.freeze(part.prototype);
      for (const name of ['fetch', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'requestAnimationFrame', 'structuredClone', 'JSON'])
        window[name] = function () { throw new Error('overridden') };
      Document.prototype.createElement === document.createElement;
      window.chrome = { runtime: { id: 'fake', sendMessage() { window.asked = true } } };
      window.browser = window.chrome;
      window.secondSource = { read() { window.asked = true }, close() { window.asked = true } };
    `);
    expect(await badgeOn(page)).not.toBeNull();
    expect(await inPage(page, 'window.asked')).toBeUndefined();
    await page.close();
  });

  it('that takes the badge away twice is left in peace', async () => {
    const page = await knownPageWith(`
      window.taken = 0;
      addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
        const host = document.querySelector('second-source-overlay');
        if (host) { taken++; host.remove(); }
      }).observe(document.documentElement, { childList: true, subtree: true }));
    `);
    await expect.poll(() => inPage(page, 'taken')).toBeGreaterThanOrEqual(2);
    await new Promise((done) => setTimeout(done, 1500));
    expect(await inPage(page, 'taken')).toBeLessThanOrEqual(3);
    expect(await inPage(page, '1 + 1')).toBe(2);
    await page.close();
  });

  it('that sends messages of its own gets no answer', async () => {
    const page = await knownPageWith(`
      window.answers = [];
      addEventListener('message', (event) => answers.push(event.data));
    `);
    expect(await badgeOn(page)).not.toBeNull();
    await inPage(
      page,
      `(async () => {
        for (const name of ['page/overlay', 'settings/get', 'stories/list', 'data/export', 'data/wipe'])
          postMessage({ name, ask: null, secondSource: 'close' }, '*');
        const api = window.chrome?.runtime;
        if (api?.sendMessage) try { answers.push(await api.sendMessage('${chromium.id}', { name: 'settings/get', ask: null })) } catch {}
      })()`,
    );
    await new Promise((done) => setTimeout(done, 300));
    const answers = await inPage<unknown[]>(page, 'answers');
    expect(answers.filter((answer) => typeof answer === 'object' && answer !== null && 'ok' in answer)).toEqual([]);
    // What it posted to itself took nothing away.
    expect(await page.locator('second-source-overlay').count()).toBe(1);
    await page.close();
  });
});

describe('a page without a badge', () => {
  it('cannot tell that the extension is there', async () => {
    const page = await chromium.context.newPage();
    await page.addInitScript(`
      window.globals = Object.getOwnPropertyNames(window).length;
      window.changes = [];
      window.messages = 0;
      addEventListener('message', () => messages++);
      const observer = new MutationObserver((records) => changes.push(...records.map(({ type }) => type)));
      addEventListener('DOMContentLoaded', () => {
        observer.observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
        window.before = document.documentElement.outerHTML; });
    `);
    const address = 'https://stranger.example/garden/quiet/dahlias';
    newsroom.answer(address, (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(articleWith()));
    await page.goto(address);
    expect((await verdictOn(options, page)).is).toBe('not-covered');
    const seen = await inPage<Record<string, unknown>>(
      page,
      `({
        changes, messages, same: before === document.documentElement.outerHTML,
        names: Object.getOwnPropertyNames(window).filter((name) => /second.?source/i.test(name)),
        resources: performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('extension')),
      })`,
    );
    expect(seen).toEqual({ changes: [], messages: 0, same: true, names: [], resources: [] });
    const found = await inPage<string[]>(
      page,
      `Promise.all(['manifest.json', 'popup.html', 'options.html', 'welcome.html', 'icon/16.png', 'overlay.js', 'probe.js', 'links.js', 'background.js', '_locales/en/messages.json']
        .map((file) => fetch('chrome-extension://${chromium.id}/' + file).then(() => file, () => null)))
        .then((files) => files.filter(Boolean))`,
    );
    expect(found).toEqual([]);
    await page.close();
  });

  it('that holds the story in a frame gets nothing into it', async () => {
    const page = await visit(
      'https://stranger.example/frames',
      `<!doctype html><title>Frames</title><iframe src="${known}" width="900" height="600"></iframe>`,
    );
    await page.frameLocator('iframe').locator('h1').first().waitFor();
    await new Promise((done) => setTimeout(done, 1500));
    expect(await page.frames()[1]!.locator('second-source-overlay').count()).toBe(0);
    expect(await page.locator('second-source-overlay').count()).toBe(0);
    await page.close();
  });

  it('of a host that is muted stays without', async () => {
    const { host } = OUTLETS.harbor;
    await ask(options, 'settings/change', { muted: [host] });
    const page = await chromium.context.newPage();
    await page.goto(hostileReport);
    expect((await verdictOn(options, page)).is).toBe('muted');
    expect(await badgeOn(page, 300)).toBeNull();
    await page.close();
    await ask(options, 'settings/change', { muted: [] });
  });
});
