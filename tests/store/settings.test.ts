import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, isMuted, readChange, repairSettings } from '../../lib/store/settings';

describe('stored settings', () => {
  it('are read as they were written', () => {
    const settings = { ...defaultSettings(), mode: 'listed' as const, muted: ['news.example'], gateSources: 2 };
    expect(repairSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, repaired: [] });
  });

  it('are repaired field by field, and the repair is reported', () => {
    const { settings, repaired } = repairSettings({ mode: 'sometimes', gateSources: 3, muted: 'news.example', unknown: 1 });
    expect(repaired).toEqual(['mode', 'muted']);
    expect(settings).toEqual({ ...defaultSettings(), gateSources: 3 });
  });

  it('are always whole, whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { settings } = repairSettings(stored);
        expect(Object.keys(settings)).toEqual(Object.keys(defaultSettings()));
        expect(repairSettings(settings).repaired).toEqual([]);
      }),
    );
  });

  it('share nothing with the defaults', () => {
    defaultSettings().muted.push('news.example');
    expect(defaultSettings().muted).toEqual([]);
  });
});

describe('a change of settings', () => {
  it.each([
    [{ badge: false }, { badge: false }],
    [{ badge: 'no' }, null],
    [{ nothing: true }, null],
    [{ badge: true, gateImpact: 11 }, null],
    [{ __proto__: null, constructor: {} }, null],
    [null, null],
    ['badge', null],
  ])('%j is read as %j', (change, read) => {
    expect(readChange(change)).toEqual(read);
  });
});

describe('a muted host', () => {
  it.each([
    ['news.example', true],
    ['www.news.example', true],
    ['live.news.example', true],
    ['fakenews.example', false],
    ['news.example.evil.test', false],
  ])('covers %s: %s', (host, muted) => {
    expect(isMuted({ muted: ['news.example'] }, host)).toBe(muted);
  });
});
