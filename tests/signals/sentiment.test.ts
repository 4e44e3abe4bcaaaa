import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/articles/article';
import { sentimentOf } from '../../lib/signals/sentiment';
import { decodeSignalModel } from '../../lib/signals/signal-model';
import type { Origin } from '../../lib/signals/signals';

const model = decodeSignalModel(
  JSON.parse(readFileSync(new URL('../../lib/beats/cybersecurity/signals-model.json', import.meta.url), 'utf8')),
);
const messages = JSON.parse(readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'));

function article(id: string, title: string, summary: string): Article {
  return {
    id,
    address: `https://${id}.example/`,
    addresses: [],
    source: id,
    outlet: id,
    host: `${id}.example`,
    title,
    summary,
    text: '',
    authors: [],
    published: 1_750_000_000_000,
    dated: 'stated',
    seen: 1_750_000_000_000,
    language: 'en',
    fingerprint: [],
    marks: {},
  };
}
const own = (key: string): Origin => ({ kind: 'own', key, certainty: 1, evidence: [] });

const HARM = article(
  'harm',
  'Hospital network closes clinics after ransomware attack',
  'Surgeries were cancelled and the records of 2.3 million patients were stolen in the data breach.',
);
const ARRESTS = article(
  'arrests',
  'Police arrest five over bank phishing ring',
  'Officers seized servers and recovered $2 million.',
);

describe('sentiment of a story', () => {
  it.each([
    ['harm', HARM, -2],
    ['arrests', ARRESTS, 1],
    ['nothing', article('nothing', '', ''), 0],
  ])('of one article on %s is the tier of its text', (_, one, tier) => {
    expect(sentimentOf([one], { [one.id]: own('newsroom:x') }, model).tier).toBe(tier);
  });

  it('does not count copies twice', () => {
    const origins: Record<string, Origin> = { harm: own('newsroom:a'), arrests: own('newsroom:b') };
    const before = sentimentOf([HARM, ARRESTS], origins, model);
    const copies = Array.from({ length: 40 }, (_, i) => ({ ...HARM, id: `copy${i}`, published: HARM.published + i + 1 }));
    for (const { id } of copies) origins[id] = own('newsroom:a');
    expect(sentimentOf([HARM, ARRESTS, ...copies], origins, model)).toEqual(before);
  });

  it('says which phrases moved it, and each reason has its message', () => {
    const { reasons } = sentimentOf([HARM], { harm: own('newsroom:a') }, model);
    expect(reasons.length).toBeGreaterThan(0);
    for (const { key, quote, values } of reasons) {
      expect(messages).toHaveProperty(`reason_${key}`);
      if (quote === undefined) continue;
      expect(`${HARM.title} ${HARM.summary}`).toContain(quote);
      expect(quote).toContain(String(values?.phrase));
    }
  });

  it('says that it is unclear where nothing can be read', () => {
    const { tier, certainty, reasons } = sentimentOf([article('empty', '', '')], {}, model);
    expect({ tier, certainty, reasons }).toEqual({ tier: 0, certainty: 0, reasons: [{ key: 'sentiment_unclear' }] });
  });

  it('is neutral for a story without articles', () => {
    expect(sentimentOf([], {}, model)).toMatchObject({ tier: 0, certainty: 0 });
  });
});
