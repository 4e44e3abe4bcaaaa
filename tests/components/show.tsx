import { configure, render } from '@testing-library/preact';
import axe from 'axe-core';
import type { ComponentChild } from 'preact';
import { WordsContext } from '../../components/WordsContext';
import { wordsOfFile } from '../../lib/words/word-file';
import english from '../../public/_locales/en/messages.json';

// Whether a stylesheet hides something is a question for a real browser; asking it here takes most of a test's time.
configure({ defaultHidden: true });

/** The words of the product, with one reason of the sample's own. */
export const words = wordsOfFile('en', { ...english, reason_sample: { message: 'Its words show it' } });

/** Renders in the product's words. */
export const show = (what: ComponentChild) => render(<WordsContext.Provider value={words}>{what}</WordsContext.Provider>);

/** How many lines a mark has of a kind: lines alike are one path. */
export function linesOf(root: Element, kind: 'stroke' | 'echo'): number {
  return root.querySelector(`.ss-mark .ss-${kind}`)?.getAttribute('d')?.match(/M/g)?.length ?? 0;
}

/** What axe finds; colours are measured in a real browser, as happy-dom computes none. */
export async function violations(root: Element): Promise<string[]> {
  const { violations: found } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
