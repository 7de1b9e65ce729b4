import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeBetween, rowAt, toPieces, toStarts } from '#renderer/ui/rows/row-window.ts';
import { rowByName, rowStep } from '#renderer/ui/rows/row-step.ts';

const keys = (count: number) => Array.from({ length: count }, (_, index) => `row ${index}`);

describe('the window of a long list', () => {
  it('finds the row at a distance from the top', () => {
    const starts = toStarts(keys(4), new Map([['row 1', 100]]), 50);
    expect([...starts]).toEqual([0, 50, 150, 200, 250]);
    expect([0, 49, 50, 149, 150, 9_999].map((distance) => rowAt(starts, distance))).toEqual([
      0, 0, 1, 1, 2, 3,
    ]);
  });

  it('draws nothing of a list that is out of sight', () => {
    const starts = toStarts(keys(100), new Map(), 10);
    expect(rangeBetween(starts, -500, -1)).toEqual({ from: 0, to: 0 });
    expect(rangeBetween(starts, 1_001, 1_500)).toEqual({ from: 0, to: 0 });
  });

  it('draws all that is in sight, and leaves gaps as tall as all the rest', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(
        heights,
        fc.nat(4_000),
        fc.nat(900),
        fc.integer({ min: -1, max: 130 }),
        (all, top, tall, focused) => {
          const names = keys(all.length);
          const starts = toStarts(names, new Map(names.map((name, index) => [name, all[index] ?? 0])), 40);
          const pieces = toPieces(starts, rangeBetween(starts, top, top + tall), focused);
          const drawn = pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.index] : []));
          const height = pieces.reduce(
            (sum, piece) => sum + (piece.kind === 'gap' ? piece.height : (all[piece.index] ?? 0)),
            0,
          );
          expect(height).toBe(starts.at(-1));
          expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
          for (const [index] of all.entries()) {
            const isInSight = (starts[index + 1] ?? 0) > top && (starts[index] ?? 0) < top + tall;
            if (isInSight || index === focused) expect(drawn).toContain(index);
          }
        },
      ),
    );
  });
});

describe('keys in a list', () => {
  it('lead to the next row, a page on, or to an end, and stop there', () => {
    expect(rowStep('ArrowDown', 3, 10, 4)).toBe(4);
    expect(rowStep('ArrowUp', 0, 10, 4)).toBe(0);
    expect(rowStep('PageDown', 8, 10, 4)).toBe(9);
    expect(rowStep('Home', 8, 10, 4)).toBe(0);
    expect(rowStep('End', 0, 10, 4)).toBe(9);
    expect(rowStep('x', 0, 10, 4)).toBeNull();
  });

  it('find a row by the beginning of its name, from here on and around', () => {
    const names = ['Apples', 'Élan', 'Bees', 'Beans'];
    const nameOf = (index: number) => names[index] ?? '';
    expect(rowByName('b', 0, 4, nameOf)).toBe(2);
    expect(rowByName('b', 2, 4, nameOf)).toBe(3);
    expect(rowByName('b', 3, 4, nameOf)).toBe(2);
    expect(rowByName('bea', 2, 4, nameOf)).toBe(3);
    expect(rowByName('e', 0, 4, nameOf)).toBe(1);
    expect(rowByName('z', 0, 4, nameOf)).toBeNull();
  });
});
