import { expect, it } from 'vitest';
import { csv, niceTop } from '../../../components/desk/chart';

it.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [5, 6],
  [7, 10],
  [11, 20],
  [230, 400],
])('a scale for %d ends at %d, with a whole mark at its half', (most, top) => expect(niceTop(most)).toBe(top));

it('writes cells that spreadsheets neither split nor run', () =>
  expect(
    csv([
      ['a,b', '=1+1', 'x"y'],
      [-2, 3.5, ''],
    ]),
  ).toBe('"a,b",\'=1+1,"x""y"\r\n-2,3.5,\r\n'));
