import { describe, expect, it } from 'vitest';
import { headline } from '../../lib/articles/page-title';

const NONE = { data: '', escaped: false, shared: '', told: [], shown: '', tab: '' };
const PLAIN = 'Night ferry to the islands';
const SHARP = 'At last: sleep on the boat';
const SEO = 'Night ferry islands timetable and fares';
const NAMES = ['Quay Courier', 'rp'];

describe("the outlet's name", () => {
  it.each([
    ['in the tab, which is all there is', { ...NONE, tab: `${PLAIN} | Quay Courier` }, PLAIN],
    ['on all of them', { ...NONE, data: `${PLAIN} - Quay Courier`, shared: `${PLAIN} - Quay Courier`, shown: PLAIN }, PLAIN],
    ['behind a section and a bar', { ...NONE, shared: `${PLAIN} | Shipping | Quay Courier`, shown: PLAIN }, PLAIN],
    ['behind a bar, in the headline over the text, too', { ...NONE, shown: `${PLAIN} | Quay Courier` }, PLAIN],
    ['behind a colon', { ...NONE, shared: `${PLAIN} : Quay Courier`, shown: SHARP }, PLAIN],
    [
      'behind a colon of Asia',
      { ...NONE, shared: '離島への夜間フェリーが運航を開始：Quay Courier' },
      '離島への夜間フェリーが運航を開始',
    ],
    ['before it', { ...NONE, shared: `Quay Courier | ${PLAIN}`, shown: PLAIN }, PLAIN],
    ['as a short word', { ...NONE, shared: `${PLAIN} - rp.pl` }, PLAIN],
    ["a section's that the data do without", { ...NONE, data: PLAIN, shared: `${PLAIN} - Shipping`, shown: PLAIN }, PLAIN],
  ])('is cut off: %s', (_, stated, expected) => {
    expect(headline(stated, NAMES)).toBe(expected);
  });

  it.each([
    ['a dash of the headline', 'Ferry – and what comes next'],
    ['a short name within a word', 'Harbour fees rise – corporate tax falls'],
    ['the outlet as the matter, as shown', 'Fifty years of news – the Quay Courier looks back'],
    ['the outlet as who speaks', 'Harbour strike : Quay Courier explains'],
  ])('is not seen where it is none: %s', (_, title) => {
    expect(headline({ ...NONE, shared: title, shown: title }, NAMES)).toBe(title);
  });

  it('alone is no headline', () => {
    expect(headline({ ...NONE, data: 'Quay Courier', shared: 'Quay Courier', shown: PLAIN }, NAMES)).toBe(PLAIN);
    expect(headline({ ...NONE, shared: 'Quay Courier', tab: `${PLAIN} - Quay Courier` }, NAMES)).toBe(PLAIN);
  });
});

describe('the headline among those that a page states', () => {
  it.each([
    [
      'entities written twice over',
      { ...NONE, data: 'F&auml;hre nachts', shared: 'Fähre nachts', shown: 'Fähre nachts' },
      'Fähre nachts',
    ],
    ['the shared one cut off', { ...NONE, data: SEO, shared: 'Night ferry to the…', shown: PLAIN }, PLAIN],
    ['shared by template', { ...NONE, data: PLAIN, shared: `${SHARP} | Quay Courier`, shown: PLAIN }, PLAIN],
    ['shared by template, shown the same', { ...NONE, data: PLAIN, shared: `${SHARP} | Quay Courier`, shown: SHARP }, PLAIN],
    // Shown as in the data.
    ['shared on purpose', { ...NONE, data: PLAIN, shared: SHARP, shown: PLAIN, tab: PLAIN }, SHARP],
    ['others told the same as the data', { ...NONE, data: PLAIN, shared: SHARP, told: [PLAIN], shown: PLAIN }, PLAIN],
    ['shared as written for the tab', { ...NONE, data: PLAIN, shared: SEO, shown: PLAIN, tab: SEO }, PLAIN],
    ['shared with a kicker', { ...NONE, data: PLAIN, shared: `At sea / ${PLAIN}`, shown: PLAIN }, PLAIN],
    // Shown as shared.
    ['the data alone, the tab written', { ...NONE, data: PLAIN, shared: SHARP, shown: SHARP, tab: SHARP }, PLAIN],
    ['the data alone', { ...NONE, data: PLAIN, shared: SHARP, shown: SHARP, tab: `${SHARP} | Quay Courier` }, SHARP],
    ['the data escaped', { ...NONE, data: PLAIN, escaped: true, shared: SHARP, shown: SHARP, tab: SHARP }, SHARP],
    ['the data for search engines, as in the tab', { ...NONE, data: SEO, shared: PLAIN, shown: PLAIN, tab: SEO }, PLAIN],
    ['the data in the template', { ...NONE, data: PLAIN, shared: SHARP, shown: SHARP, tab: `${PLAIN} | News` }, PLAIN],
    ['a kicker shown', { ...NONE, data: SEO, shared: PLAIN, shown: `At sea ${PLAIN}` }, PLAIN],
    ['a kicker before it', { ...NONE, data: PLAIN, shared: `At sea / ${PLAIN}`, shown: `At sea ${PLAIN}` }, `At sea / ${PLAIN}`],
    // Shown as neither.
    ['the tab as the data', { ...NONE, data: PLAIN, shared: SHARP, shown: SEO, tab: `${PLAIN} | Quay Courier` }, PLAIN],
    ['the tab as neither', { ...NONE, data: PLAIN, shared: SHARP, shown: SEO }, SHARP],
  ])('%s', (_, stated, expected) => {
    expect(headline(stated, NAMES)).toBe(expected);
  });
});
