import { expect, test } from 'vitest';
import { isSamePhrase } from '../../lib/signals/phrase';

test.each([
  ['fined', 'fines', true],
  ['cyber attack', 'cyber-attack', true],
  ['breach', 'data breach', true],
  ['stole', 'stolen', true],
  ['£14m', '£14 million', true],
  ['£14m', '£41m', false],
  ['fined', 'arrested', false],
  ['', 'fined', false],
])('%j and %j are one reason: %s', (a, b, same) => {
  expect(isSamePhrase(a, b)).toBe(same);
});
