import { describe, expect, test } from 'vitest';
import { BEATS, beatById } from '../../lib/beats/beats';
import { hostOf } from '../../lib/sources/host';

const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

test('a beat is found by its id', () => {
  expect(repeated(BEATS.map(({ id }) => id))).toEqual([]);
  for (const beat of BEATS) expect(beatById(beat.id)).toBe(beat);
  expect(beatById('no-such-beat')).toBeUndefined();
});

test('a source that two beats have is the same in both', () => {
  const byId = new Map<string, unknown>();
  const byHost = new Map<string, string>();
  for (const source of BEATS.flatMap(({ sources }) => sources)) {
    expect(byId.get(source.id) ?? source, source.id).toBe(source);
    byId.set(source.id, source);
    for (const host of source.hosts) {
      expect(byHost.get(host) ?? source.id, host).toBe(source.id);
      byHost.set(host, source.id);
    }
  }
});

describe.each(BEATS.map((beat) => [beat.id, beat] as const))('the beat %s', (_, beat) => {
  test('reads twenty sources or more, each once, over https, and says why', () => {
    expect(beat.sources.filter(({ feeds }) => feeds.length > 0).length).toBeGreaterThanOrEqual(20);
    expect(repeated(beat.sources.map(({ id }) => id))).toEqual([]);
    expect(repeated(beat.sources.flatMap(({ feeds }) => feeds))).toEqual([]);
    for (const source of beat.sources) {
      expect(source.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(source.why.length, source.id).toBeGreaterThan(8);
      for (const host of source.hosts) expect(hostOf(`https://${host}/`)).toBe(host);
      for (const feed of source.feeds) expect(new URL(feed).protocol, feed).toBe('https:');
    }
  });

  test('has every name once, and no form for two names', () => {
    const { names } = beat.lexicon;
    expect(repeated(names.map(({ name }) => name))).toEqual([]);
    const forms = names.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
    expect(repeated(forms)).toEqual([]);
    for (const form of forms) expect(form, form).toMatch(/^\S+(?: \S+)*$/);
  });

  test('has its phrases in lower case with single spaces, none for both directions', () => {
    const { effects, decisions, awaited, groups, explainers, kinds } = beat.lexicon;
    const words = [
      ...effects.map((effect) => effect.words),
      ...decisions,
      ...awaited,
      ...groups,
      ...kinds.map(({ after }) => after),
    ];
    for (const phrase of [...words, ...explainers.titles, ...explainers.paths]) expect(phrase).toBe(phrase.toLowerCase());
    for (const phrase of words) expect(phrase).toMatch(/^\S+(?: \S+)*$/);
    const directions = new Map<string, string>();
    for (const effect of effects) {
      const place = `${effect.words} ${effect.affected}`;
      expect(directions.get(place) ?? effect.direction, place).toBe(effect.direction);
      directions.set(place, effect.direction);
    }
  });

  test('has models that decode', () => {
    expect(beat.grouping.terms.size).toBeGreaterThan(1000);
    expect(beat.signals.lexicon.names.length).toBeGreaterThan(20);
    // Decoded once, however often it is asked for.
    expect(Object.is(beat.signals, beat.signals)).toBe(true);
  });
});
