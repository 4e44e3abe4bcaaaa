import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SIGNALS = new URL('../../lib/signals/', import.meta.url);
const MESSAGES = Object.keys(
  JSON.parse(readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8')),
);

/** Keys of reasons as they stand in the source: they all begin with the name of the signal that gives them. */
const keys = readdirSync(SIGNALS)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) =>
    [...readFileSync(new URL(name, SIGNALS), 'utf8').matchAll(/'((?:origin|rumour|confidence)_[a-z_]+)'/g)].map(
      ([, key]) => key!,
    ),
  );

describe('reasons', () => {
  it('are found in the source', () => {
    expect(new Set(keys).size).toBeGreaterThan(30);
  });

  it.each([...new Set(keys), 'origin_shared_title', 'origin_shared_text'])('%s has its words in the locale file', (key) => {
    expect(MESSAGES).toContain(`reason_${key}`);
  });
});
