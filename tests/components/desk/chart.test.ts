import { expect, it } from 'vitest';
import { csv, niceStep, niceTop } from '../../../components/desk/chart';

it.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [5, 6],
  [7, 8],
  [9, 10],
  [11, 20],
  [230, 400],
])('a scale for %d ends at %d, with a whole mark at its half', (most, top) => expect(niceTop(most)).toBe(top));

it.each([
  [2, 1],
  [7, 2],
  [12, 5],
  [50, 10],
  [120, 50],
])('a scale that is %d long has a mark every %d', (length, step) => expect(niceStep(length)).toBe(step));

it('writes cells that spreadsheets neither split nor run', () =>
  expect(
    csv([
      ['a,b', '=1+1', 'x"y'],
      [-2, 3.5, ''],
    ]),
  ).toBe('"a,b",\'=1+1,"x""y"\r\n-2,3.5,\r\n'));
