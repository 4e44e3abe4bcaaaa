import { describe, expect, test } from 'vitest';
import { sentencesOf, splitSentences, wordsOf } from '../../../lib/signals/sections/sentences';
import { reported } from './reported';

describe('a text is split into sentences', () => {
  test.each([
    ['at points', 'The bank was hit. Nobody knows why.', ['The bank was hit.', 'Nobody knows why.']],
    ['not at abbreviations', 'Mr. Doe of Acme Inc. sued Dr. Roe.', ['Mr. Doe of Acme Inc. sued Dr. Roe.']],
    ['not at initials', 'John F. Smith spoke. He left.', ['John F. Smith spoke.', 'He left.']],
    ['not inside U.S. names', 'The U.S. Army paid. It was late.', ['The U.S. Army paid.', 'It was late.']],
    ['after p.m. where a sentence begins', 'It ends at 5 p.m. The firm is silent.', ['It ends at 5 p.m.', 'The firm is silent.']],
    ['not inside figures', 'It lost 6.6m records, or 2.5 percent.', ['It lost 6.6m records, or 2.5 percent.']],
    ['not inside figures that a feed broke', 'It lost 6. 6m records.', ['It lost 6. 6m records.']],
    ['after a closing quotation mark', '“We paid.” The gang left.', ['“We paid.”', 'The gang left.']],
    ['at line ends', 'First line\nSecond line', ['First line', 'Second line']],
    ['at full stops of Japanese', '漏洩した。調査中。', ['漏洩した。', '調査中。']],
    ['where a page lost its paragraphs', 'It was down.The firm paid.', ['It was down.', 'The firm paid.']],
    [
      'where a feed glued a standfirst to the lead',
      'Bank admits to years of silence about stolen cards A bank in the north lost the cards of all.',
      ['Bank admits to years of silence about stolen cards', 'A bank in the north lost the cards of all.'],
    ],
    [
      'not where a name has an article',
      'It was seen by many that The Harbour lost its Series A round.',
      ['It was seen by many that The Harbour lost its Series A round.'],
    ],
    ['where a feed glued paragraphs', 'It was down for 58 hoursThe firm paid.', ['It was down for 58 hours', 'The firm paid.']],
  ])('%s', (_, text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });
});

test.each([
  ['Anthropic’s rules', ['Anthropic', 'rules']],
  ['AT&T and xAI in the U.S.', ['AT&T', 'and', 'xAI', 'in', 'the', 'U.S']],
  ['2,400,000 users of CVE-2026-1234', ['2,400,000', 'users', 'of', 'CVE-2026-1234']],
  ['政府がAnthropicを調査', ['Anthropic']],
])('the words of %j', (text, words) => {
  expect(wordsOf(text).map((word) => word.text)).toEqual(words);
});

describe('a sentence is quoted', () => {
  const quoted = (text: string): boolean =>
    sentencesOf([reported('a', { summary: text })], {}).some((s) => s.place === 'summary' && s.quotable);

  test.each([
    ['whole', 'The company told its customers on Monday that their data was stolen.', true],
    ['without its stop where it is all there is', 'Hackers stole data of millions of people in the attack', true],
    ['not when the feed cut it', 'The company told its customers on Monday that their data was [...]', false],
    ['not when it ends loosely', 'The company told its customers on Monday that their data was stolen by the', false],
    [
      'not when it ends loosely before a stop',
      'The company told its customers on Monday that they must keep a copy of the.',
      false,
    ],
    ['not when it only leads on', 'Learn what happened to the data of millions of customers, and how to respond.', false],
    ['not when it is a question', 'Did the company tell its customers on Monday that data was stolen?', false],
    ['not when it is advertising', 'Subscribe to our newsletter to read about the data that was stolen.', false],
    ['not when it is too short', 'Data was stolen.', false],
    ['not with half a quotation', 'The chief said “we are sorry that the data was stolen from us.', false],
    ['not with an address in it', 'The company wrote at https://acme.example that the data was stolen.', false],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  test.each([
    ['By Anna Holm The agency fined the bank $3 million on Monday.'],
    ['SINGAPORE, Oct. 24, 2025 /PRNewswire/ -- The agency fined the bank $3 million on Monday.'],
  ])('without what stands before the text: %s', (text) => {
    const [, sentence] = sentencesOf([reported('a', { title: 'A', text })], {});
    expect(sentence?.text).toBe('The agency fined the bank $3 million on Monday.');
  });

  test('leaning where it tells of one of several', () => {
    const [, first, second] = sentencesOf(
      [
        reported('a', {
          title: 'A',
          text: 'Analysts name two ways to read it. The second is that the bank was never hit at all.',
        }),
      ],
      {},
    );
    expect([first?.leaning, second?.leaning]).toEqual([false, true]);
  });

  test('without the dateline, which says where and not what', () => {
    const [, sentence] = sentencesOf(
      [reported('a', { title: 'A', text: 'WASHINGTON (AP) — The agency fined the bank $3 million on Monday.' })],
      {},
    );
    expect(sentence?.text).toBe('The agency fined the bank $3 million on Monday.');
  });
});
