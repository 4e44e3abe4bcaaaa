import { describe, expect, it } from 'vitest';
import { headline } from '../../lib/articles/page-title';

const NONE = { data: '', shared: '', told: [], shown: '', tab: '' };
const PLAIN = 'Night ferry to the islands';
const SHARP = 'At last: sleep on the boat';
const SEO = 'Night ferry islands timetable and fares';

describe('the headline among those that a page states', () => {
  it.each([
    ['nothing but the tab, with the outlet', { ...NONE, tab: `${PLAIN} | Quay Courier` }, PLAIN],
    [
      "the outlet's name on all of them",
      { ...NONE, data: `${PLAIN} - Quay Courier`, shared: `${PLAIN} - Quay Courier`, shown: PLAIN },
      PLAIN,
    ],
    ["a section's name that the data do without", { ...NONE, data: PLAIN, shared: `${PLAIN} - Shipping`, shown: PLAIN }, PLAIN],
    [
      'a dash that belongs to the headline',
      { ...NONE, shared: 'Ferry – and what comes next', shown: 'Ferry – and what comes next' },
      'Ferry – and what comes next',
    ],
    [
      'entities written twice over',
      { ...NONE, data: 'F&auml;hre nachts', shared: 'Fähre nachts', shown: 'Fähre nachts' },
      'Fähre nachts',
    ],
    ['shared on purpose', { ...NONE, data: PLAIN, shared: SHARP, shown: PLAIN, tab: PLAIN }, SHARP],
    ['shared by template', { ...NONE, data: PLAIN, shared: `${SHARP} | Quay Courier`, shown: PLAIN }, PLAIN],
    ['others told the same as the data', { ...NONE, data: PLAIN, shared: SHARP, told: [PLAIN], shown: PLAIN }, PLAIN],
    ['plain in the data, sharpened for people', { ...NONE, data: PLAIN, shared: SHARP, shown: SHARP, tab: SHARP }, PLAIN],
    ['for search engines in data and tab', { ...NONE, data: SEO, shared: PLAIN, shown: PLAIN, tab: SEO }, PLAIN],
    ['a kicker before it', { ...NONE, data: PLAIN, shared: `At sea / ${PLAIN}`, shown: `At sea ${PLAIN}` }, `At sea / ${PLAIN}`],
  ])('%s', (_, stated, expected) => {
    expect(headline(stated, ['Quay Courier'])).toBe(expected);
  });
});
