import { describe, expect, it } from 'vitest';
import { type Box, freeRoom, isFree, overlap, type Size, type Surroundings } from '../../components/free-room';

const SIZES: readonly Size[] = [
  { width: 480, height: 28, frame: 640 },
  { width: 300, height: 28, frame: 415 },
  { width: 90, height: 28, frame: 150 },
];
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
/** A headline of two lines in a column 700 px wide, in the middle of a window. */
const LINES = [box(100, 200, 690, 40), box(100, 245, 250, 40)];
const usual = (more: Partial<Surroundings> = {}): Surroundings => ({
  lines: LINES,
  column: box(100, 195, 700, 95),
  obstacles: [],
  bounds: { left: 8, top: 130, right: 1272, bottom: 480 },
  sizes: SIZES,
  rtl: false,
  ...more,
});
/** Text close under the headline, across the column. */
const STANDFIRST = box(100, 292, 700, 22);

describe('room for the badge by a headline', () => {
  it.each<{ name: string; around: Surroundings; found: { left: number; top: number; width: number } | null }>([
    { name: 'under it, where nothing follows', around: usual(), found: { left: 100, top: 291, width: 480 } },
    {
      name: 'beside its last line, where text follows',
      around: usual({ obstacles: [STANDFIRST] }),
      found: { left: 364, top: 251, width: 480 },
    },
    {
      name: 'with fewer words, where something stands beside the column',
      around: usual({ obstacles: [STANDFIRST, box(810, 150, 300, 600), box(100, 130, 700, 60)] }),
      found: { left: 364, top: 251, width: 300 },
    },
    {
      name: 'at the end of the byline’s row, where the headline has none',
      around: usual({
        lines: [box(100, 200, 700, 40), box(100, 245, 700, 40)],
        obstacles: [
          box(100, 150, 1100, 45),
          STANDFIRST,
          box(810, 150, 450, 600),
          box(100, 330, 150, 18),
          box(8, 150, 85, 600),
          box(100, 365, 700, 300),
        ],
      }),
      found: { left: 320, top: 319, width: 480 },
    },
    {
      name: 'mirrored, on a page from right to left',
      around: usual({ rtl: true, lines: [box(110, 200, 690, 40), box(550, 245, 250, 40)], obstacles: [STANDFIRST] }),
      found: { left: 56, top: 251, width: 480 },
    },
    { name: 'nowhere, where all is full', around: usual({ obstacles: [box(0, 0, 2000, 2000)] }), found: null },
    { name: 'nowhere without a headline', around: usual({ lines: [] }), found: null },
  ])('$name', ({ around, found }) => {
    const room = freeRoom(around);
    expect(room && { left: room.left, top: room.top, width: room.size.width }).toEqual(found);
  });

  it('is never over an obstacle, the headline, or the edge, wherever these are', () => {
    let state = 7;
    const random = (most: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return (state / 2147483648) * most;
    };
    let found = 0;
    for (let n = 0; n < 400; n++) {
      const obstacles = Array.from({ length: 14 }, () => box(random(1200), 130 + random(350), random(400), 8 + random(60)));
      const around = usual({ obstacles });
      const room = freeRoom(around);
      if (!room) continue;
      found++;
      const place = box(room.left, room.top, room.size.width, room.size.height);
      expect([...obstacles, ...LINES].some((other) => overlap(place, other))).toBe(false);
      expect(isFree(room, around)).toBe(true);
      expect(place.left >= 8 && place.right <= 1272 && place.top >= 130 && place.bottom <= 480).toBe(true);
    }
    expect(found).toBeGreaterThan(50);
  });
});
