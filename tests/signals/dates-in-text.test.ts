import { describe, expect, it } from 'vitest';
import { datesIn } from '../../lib/signals/dates-in-text';

/** A Wednesday. */
const PUBLISHED = Date.UTC(2026, 1, 25, 15);
const first = (text: string) => {
  const [date] = datesIn(text, PUBLISHED);
  return (
    date && { at: new Date(date.at).toISOString().slice(0, 16), precision: date.precision, words: date.words, ahead: date.ahead }
  );
};

describe('dates in a text', () => {
  it.each([
    ['The two met on Tuesday.', '2026-02-24T12:00', 'day', 'on Tuesday', false],
    ['The office said Monday that cranes were still.', '2026-02-23T12:00', 'day', 'Monday', false],
    ['On Friday the office said it will appeal.', '2026-02-20T12:00', 'day', 'On Friday', false],
    [
      'The firm must answer by Friday 5 p.m. ET or lose its contracts.',
      '2026-02-27T22:00',
      'minute',
      'by Friday 5 p.m. ET',
      true,
    ],
    ['The office has set a Friday 5 p.m. deadline.', '2026-02-27T12:00', 'day', 'Friday 5 p.m.', true],
    ['The firm has until 5:01 p.m. ET on Friday to comply.', '2026-02-27T22:01', 'minute', 'until 5:01 p.m. ET on Friday', true],
    ['The court will meet on Thursday, officials said.', '2026-02-26T12:00', 'day', 'on Thursday', true],
    ['The answer is due by Feb. 27.', '2026-02-27T12:00', 'day', 'by Feb. 27', true],
    ['A hearing is scheduled for March 12.', '2026-03-12T12:00', 'day', 'for March 12', true],
    ['On Monday, Feb. 23, the office agreed.', '2026-02-23T12:00', 'day', 'On Monday, Feb. 23', false],
    ['Talks began last month.', '2026-01-01T12:00', 'month', 'last month', false],
    ['Talks began in December.', '2025-12-01T12:00', 'month', 'in December', false],
    ['The theft was discovered on April 14.', '2025-04-14T12:00', 'day', 'on April 14', false],
    ['The attack hit the port in May.', '2025-05-01T12:00', 'month', 'in May', false],
    ['Ministers prepare for a budget on 26 March.', '2026-03-26T12:00', 'day', 'on 26 March', true],
    ['Cranes stopped yesterday.', '2026-02-24T12:00', 'day', 'yesterday', false],
    ['The deadline passed at 5 p.m. Friday.', '2026-02-20T12:00', 'day', 'at 5 p.m. Friday', false],
    ['The port faces a Wednesday deadline.', '2026-02-25T12:00', 'day', 'Wednesday', true],
    ['The port missed its Wednesday deadline.', '2026-02-25T12:00', 'day', 'Wednesday', false],
    ['Talks ended as the Friday deadline passed.', '2026-02-20T12:00', 'day', 'Friday', false],
    ['The port is shut until at least Monday.', '2026-03-02T12:00', 'day', 'until at least Monday', true],
    ['It will stay shut until at least April.', '2026-04-01T12:00', 'month', 'until at least April', true],
    ['The rule, due to take effect in July, is strict.', '2026-07-01T12:00', 'month', 'in July', true],
    ['The fee rises starting in May.', '2026-05-01T12:00', 'month', 'in May', true],
    ['Support will end in two months.', '2026-04-01T12:00', 'month', 'in two months', true],
    ['The visit is scheduled for March 31-April 2.', '2026-03-31T12:00', 'day', 'for March 31-April 2', true],
    ['The docker will be sentenced Thursday.', '2026-02-26T12:00', 'day', 'Thursday', true],
    ['The two are due in court on Wednesday.', '2026-02-25T12:00', 'day', 'on Wednesday', true],
    ['A statement is scheduled for later today.', '2026-02-25T12:00', 'day', 'today', true],
    ['Cranes to restart on Friday after the storm.', '2026-02-27T12:00', 'day', 'on Friday', true],
    ['The mayor refused to testify on Friday.', '2026-02-20T12:00', 'day', 'on Friday', false],
    ['The answer was expected on Friday.', '2026-02-20T12:00', 'day', 'on Friday', false],
    ['Clerks went back to paper from Friday.', '2026-02-20T12:00', 'day', 'from Friday', false],
    ['Cranes have not stood so still since July.', '2025-07-01T12:00', 'month', 'since July', false],
  ])('reads "%s"', (text, at, precision, words, ahead) => {
    expect(first(text)).toEqual({ at, precision, words, ahead });
  });

  it.each([
    'It may affect every port.',
    'Dockers march on the capital.',
    'Vendors fixed sixty flaws on Patch Tuesday.',
    'Ports lost millions in the last 30 days.',
    'The Sun and The Mail on Sunday had it.',
    'Version 2.4.11 fixes CVE-2026-1234.',
    'Profits fell in the three months to 30 September.',
    'The office works 24/7.',
    'Ports lost cranes in 2023.',
    'It takes effect later this week.',
    'Between January 1 and June 30 no crane moved.',
    'The second crane now stands.',
    'A docker lost 20 pounds in 20 days.',
    'Cranes stopped for several days on end.',
    'It asks for a copy of the list in the next 24 hours.',
    'The minister told ports to answer within three days.',
    'Shares of the port fell a tenth in two days after the report.',
    'Thieves took ten cranes in just a few days.',
    'Nobody will forget that Saturday evening.',
    'The port trains for the storms of tomorrow.',
    'Theft held steady in the month before.',
    'The fair ran from January 31 to February 2.',
    '',
  ])('finds none in "%s"', (text) => {
    expect(datesIn(text, PUBLISHED)).toEqual([]);
  });

  it('gives words that stand in the text', () => {
    const text = 'They met on Tuesday at noon and gave him until Friday, March 6, to answer.';
    for (const { words } of datesIn(text, PUBLISHED)) expect(text).toContain(words);
  });

  it('is not slowed by hostile text', () => {
    for (const text of ['Friday '.repeat(30_000), 'by '.repeat(50_000), '1/1/'.repeat(20_000), 'March '.repeat(20_000)]) {
      const start = performance.now();
      datesIn(text, PUBLISHED);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});
