import { expect, it } from 'vitest';
import { tablesOf } from '../../scripts/evaluate/figures';

it('reads the tables of a part, each under the words above it', () => {
  const markdown = '**Held out**, as `npm run`\n\n| | ours |\n|---|--:|\n| F1 | 0.9 |\n\nOther\n| a |\n|---|\n| 1 |';
  expect(tablesOf('stories', markdown)).toEqual([
    { title: 'stories: Held out, as npm run', head: ['', 'ours'], rows: [['F1', '0.9']] },
    { title: 'stories: Other', head: ['a'], rows: [['1']] },
  ]);
});
it('finds none in prose', () => expect(tablesOf('pages', 'Nothing here.')).toEqual([]));
