import { expect, it } from 'vitest';
import kept from '../../lib/beats/cybersecurity/figures.json';
import { tablesOf, weightsDigest } from '../../scripts/evaluate/figures';

it('reads the tables of a part, each under the words above it', () => {
  const markdown = '**Held out**, as `npm run`\n\n| | ours |\n|---|--:|\n| F1 | 0.9 |\n\nOther\n| a |\n|---|\n| 1 |';
  expect(tablesOf('stories', markdown)).toEqual([
    { title: 'stories: Held out, as npm run', head: ['', 'ours'], rows: [['F1', '0.9']] },
    { title: 'stories: Other', head: ['a'], rows: [['1']] },
  ]);
});
it('finds none in prose', () => expect(tablesOf('pages', 'Nothing here.')).toEqual([]));
it('those that the methodology page shows are of the weights that ship; else: npm run evaluate -- --write', () =>
  expect(kept.weights).toBe(weightsDigest()));
