import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreText, tierOf } from '../../lib/signals/score-text';
import { decodeSignalModel } from '../../lib/signals/signal-model';

const json = readFileSync(new URL('../../lib/beats/cybersecurity/signals-model.json', import.meta.url), 'utf8');
const model = decodeSignalModel(JSON.parse(json));

describe('the stored weights', () => {
  it('stay within 150 kB compressed', () => {
    expect(gzipSync(json).length).toBeLessThanOrEqual(150_000);
  });

  it.each([
    ['nothing', null],
    ['another version', { ...JSON.parse(json), version: 1 }],
    ['too few weights', { ...JSON.parse(json), weights: '####' }],
  ])('are refused where they are %s', (_, data) => {
    expect(() => decodeSignalModel(data)).toThrow(TypeError);
  });
});

describe('scoring a text', () => {
  const EXPLOITED = {
    title: 'CISA orders agencies to patch exploited Ivanti zero-day by Friday',
    summary: 'Attackers are actively exploiting the critical flaw in VPN gateways worldwide.',
  };

  it('finds an urgent order on an exploited flaw very negative and operational', () => {
    const score = scoreText(EXPLOITED, model);
    expect(score.sentiment).toBe(-2);
    expect(score.operational).toBeGreaterThan(6);
    expect(score.regulatory).toBeGreaterThan(3);
    expect(score.impact).toBeGreaterThan(6);
  });

  it('puts a funding round and a webinar far below it', () => {
    const funding = scoreText({ title: 'Startup raises $20 million in Series A funding', summary: '' }, model);
    const webinar = scoreText({ title: 'Webinar: how modern SOC teams cut alert fatigue', summary: 'Join us.' }, model);
    expect(funding.sentiment).toBe(1);
    expect(funding.impact).toBeLessThan(4);
    expect(webinar.sentiment).toBe(0);
    expect(webinar.impact).toBeLessThan(2.5);
  });

  it('gives reasons in the words of the text', () => {
    const { reasons } = scoreText(EXPLOITED, model);
    const text = `${EXPLOITED.title} ${EXPLOITED.summary}`;
    const all = [...reasons.sentiment, ...reasons.regulatory, ...reasons.financial, ...reasons.operational];
    expect(reasons.operational.length).toBeGreaterThan(0);
    for (const { phrase, quote } of all) {
      expect(text).toContain(quote);
      expect(quote).toContain(phrase);
    }
  });

  it('names an amount as a reason', () => {
    const { reasons } = scoreText(
      { title: 'Carmaker puts the cost of the attack at $1.9 billion', summary: 'Sales fell and suppliers cut jobs.' },
      model,
    );
    expect(reasons.financial.map(({ phrase }) => phrase)).toContain('$1.9 billion');
  });

  it.each([
    ['empty', { title: '', summary: '' }],
    ['blank', { title: ' \n\t', summary: '  ' }],
    ['one word', { title: 'Hello', summary: '' }],
    ['Cyrillic', { title: 'Хакеры атаковали банк', summary: 'Подробности неизвестны.' }],
    ['Chinese', { title: '黑客攻击银行系统', summary: '' }],
    ['Arabic', { title: 'هجوم إلكتروني على بنك', summary: '' }],
    ['emoji', { title: '🔥🔥🔥', summary: '👍' }],
    ['markup', { title: '<script>alert(1)</script>', summary: '"><img src=x onerror=y>' }],
    ['lone surrogates', { title: '\ud800\udfff\ud800', summary: '\udc00' }],
    ['prototype names', { title: '__proto__ constructor toString', summary: 'hasOwnProperty' }],
  ])('is neutral and unsure of a text that is %s', (_, text) => {
    const score = scoreText(text, model);
    expect(score.sentiment).toBe(0);
    expect(score.sentimentCertainty).toBeLessThan(0.5);
    expect(score.impact).toBeLessThan(4);
  });

  it.each([
    ['one letter', 'a'],
    ['digits', '9'],
    ['digits and commas', '1,'],
    ['brackets', '('],
    ['words', 'breach exploited $5 million '],
    ['spaces', ' '],
    ['points', '.'],
  ])('reads a megabyte of %s in the time of a short text', (_, unit) => {
    const long = unit.repeat(1_000_000 / unit.length);
    const from = process.cpuUsage();
    scoreText({ title: long, summary: long, text: long, outlet: long }, model);
    const { user } = process.cpuUsage(from);
    expect(user).toBeLessThan(500_000);
  });

  it('never throws and stays within the scales, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string({ unit: 'grapheme' }), (title, summary, outlet) => {
        const score = scoreText({ title, summary, outlet }, model);
        expect([-2, -1, 0, 1, 2]).toContain(score.sentiment);
        expect(score.sentimentCertainty).toBeGreaterThanOrEqual(0);
        expect(score.sentimentCertainty).toBeLessThanOrEqual(1);
        expect(score.impact).toBeGreaterThanOrEqual(1);
        for (const part of [score.regulatory, score.financial, score.operational, score.impact]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe('making a tier', () => {
  const rule = { goodTimes: 1, miss: 1, lean: 0.5, veryGoodFrom: 1.1 };
  it.each([
    ['a sure share decides', { leaning: -1.6, shares: [0.9, 0.05, 0.03, 0.02] as const }, -2],
    ['a text between the ends is not put at an end', { leaning: -0.5, shares: [0.3, 0.35, 0.3, 0.05] as const }, -1],
    ['good news with a strong leaning is very good', { leaning: 1.3, shares: [0.02, 0.03, 0.05, 0.9] as const }, 2],
    ['good news with a mild leaning is good', { leaning: 0.8, shares: [0.02, 0.03, 0.05, 0.9] as const }, 1],
  ])('%s', (_, mood, tier) => {
    expect(tierOf(mood, rule)).toBe(tier);
  });
});
