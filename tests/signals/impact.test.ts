import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/articles/article';
import { impactOf } from '../../lib/signals/impact';
import { scoreText } from '../../lib/signals/score-text';
import { decodeSignalModel } from '../../lib/signals/signal-model';
import type { Origin } from '../../lib/signals/signals';

const model = decodeSignalModel(
  JSON.parse(readFileSync(new URL('../../lib/beats/cybersecurity/signals-model.json', import.meta.url), 'utf8')),
);
const messages = JSON.parse(readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'));

function article(id: string, title: string, summary = ''): Article {
  return {
    id,
    address: `https://${id}.example/report`,
    addresses: [`https://${id}.example/report`],
    source: id,
    outlet: id,
    host: `${id}.example`,
    title,
    summary,
    text: '',
    authors: [],
    published: 1_750_000_000_000 + Number.parseInt(id.replace(/\D/g, '') || '0', 10) * 60_000,
    dated: 'stated',
    seen: 1_750_000_100_000,
    language: 'en',
    fingerprint: [],
    marks: {},
  };
}

function origin(key: string, kind: Origin['kind'] = 'own', restsOn?: string): Origin {
  return { kind, key, certainty: 0.9, evidence: [], ...(restsOn === undefined ? {} : { restsOn }) };
}

const ORDER = article(
  'one1',
  'CISA orders agencies to patch exploited Ivanti zero-day by Friday',
  'Attackers are actively exploiting the critical flaw in VPN gateways worldwide.',
);
const VENDOR = article('two2', 'Ivanti patches gateway flaw', 'The company released security updates for its gateways.');

describe('impact of a story', () => {
  it('of one article is the impact of its text', () => {
    const { score, operational } = impactOf([ORDER], { one1: origin('newsroom:one') }, model);
    const text = scoreText(ORDER, model);
    expect({ score, operational }).toEqual({ score: text.impact, operational: text.operational });
  });

  it('stands when copies are multiplied', () => {
    const origins: Record<string, Origin> = { one1: origin('wire:ap', 'wire'), two2: origin('newsroom:two') };
    const before = impactOf([ORDER, VENDOR], origins, model);
    const copies: Article[] = [];
    for (let i = 10; i < 60; i++) {
      const copy = { ...ORDER, id: `copy${i}`, outlet: `Outlet ${i}`, published: ORDER.published + i * 1000 };
      copies.push(copy);
      origins[copy.id] = origin('wire:ap', 'wire', 'one1');
    }
    const after = impactOf([ORDER, VENDOR, ...copies], origins, model);
    expect(after).toEqual(before);
  });

  it('stands when a copy has a headline of its own but rests on the report', () => {
    const origins: Record<string, Origin> = { one1: origin('wire:ap', 'wire') };
    const before = impactOf([ORDER], origins, model);
    const retitled = { ...article('zed9', 'What to know today'), published: ORDER.published + 1 };
    origins.zed9 = origin('wire:ap', 'wire', 'one1');
    expect(impactOf([ORDER, retitled], origins, model)).toEqual(before);
  });

  it('gives each newsroom one voice, however often it reports', () => {
    const origins = { one1: origin('newsroom:one'), two2: origin('newsroom:two'), six6: origin('newsroom:two') };
    const both = impactOf([ORDER, VENDOR], origins, model).score;
    const again = impactOf([ORDER, VENDOR, article('six6', 'Ivanti patches gateway flaw', 'Same again.')], origins, model).score;
    expect(again).toBe(both);
  });

  it('is nearer to its weightiest report than early reports and explainers leave the mean', () => {
    const order = scoreText(ORDER, model).impact;
    const vendor = scoreText(VENDOR, model).impact;
    const { score } = impactOf([VENDOR, ORDER], { one1: origin('newsroom:one'), two2: origin('newsroom:two') }, model);
    expect(score).toBeGreaterThan((order + vendor) / 2);
    expect(score).toBeLessThan(order);
  });

  it('leaves a party out where there is other reporting, and hears it where there is none', () => {
    const praise = article(
      'pr7',
      'Vendor announces award for its leading platform',
      'The leading provider today announced an award.',
    );
    const origins = { one1: origin('newsroom:one'), pr7: origin('pr', 'pr') };
    expect(impactOf([ORDER, praise], origins, model).score).toBe(impactOf([ORDER], origins, model).score);
    expect(impactOf([praise], origins, model).score).toBeLessThan(4);
  });

  it('gives reasons for each part, with words of the article and a message for the reader', () => {
    const { reasons } = impactOf([ORDER, VENDOR], { one1: origin('newsroom:one'), two2: origin('newsroom:two') }, model);
    const texts = { one1: `${ORDER.title} ${ORDER.summary}`, two2: `${VENDOR.title} ${VENDOR.summary}` };
    expect(reasons.map(({ values }) => values?.part)).toContain('operational');
    for (const { key, quote, article: id, values } of reasons) {
      expect(messages).toHaveProperty(`reason_${key}`);
      expect(values?.points).toEqual(expect.any(Number));
      if (quote !== undefined) expect(texts[id as keyof typeof texts]).toContain(quote);
    }
  });

  it('labels 8 and more as an item to act on', () => {
    const { score, reasons } = impactOf([ORDER], { one1: origin('newsroom:one') }, model);
    expect(reasons.some(({ key }) => key === 'impact_act')).toBe(Math.round(score) >= 8);
  });

  it('of no article at all is the least, without reasons', () => {
    expect(impactOf([], {}, model)).toEqual({ score: 1, regulatory: 0, financial: 0, operational: 0, reasons: [] });
  });
});
