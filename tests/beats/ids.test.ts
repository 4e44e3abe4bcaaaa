import { expect, it } from 'vitest';
import { BEATS } from '../../lib/beats/beats';
import { BEAT_IDS } from '../../lib/beats/ids';

it('offers the reader every beat that there is', () => {
  expect(BEATS.map(({ id }) => id)).toEqual([...BEAT_IDS]);
});
