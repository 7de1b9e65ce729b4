import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertAt, longestPosition, reorder } from '#core/topics/insertion.ts';
import { comparePositions, type Positioned } from '#shared/domain/ordering.ts';
import { positionSchema } from '#shared/model/text.ts';

/** Does an insertion and gives the siblings in the order their positions now say. */
const insert = (siblings: readonly Positioned[], index: number, ids: readonly string[]): Positioned[] => {
  const { positions, moved } = insertAt(siblings, index, ids.length);
  const old = siblings.map(({ id, position }) => ({ id, position: moved.get(id) ?? position }));
  const added = ids.map((id, place) => ({ id, position: positions[place] ?? '' }));
  return [...old, ...added].toSorted(comparePositions);
};

describe('insertAt', () => {
  it('puts any number of siblings anywhere, in order, without a collision', () => {
    const step = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let siblings: Positioned[] = [];
        let next = 0;
        for (const [place, count] of steps) {
          const index = Math.min(place, siblings.length);
          const ids = Array.from({ length: count }, () => `id-${(next += 1)}`);
          const wanted = siblings.map(({ id }) => id).toSpliced(index, 0, ...ids);
          siblings = insert(siblings, index, ids);
          expect(siblings.map(({ id }) => id)).toEqual(wanted);
          expect(new Set(siblings.map(({ position }) => position)).size).toBe(siblings.length);
        }
      }),
    );
  });

  it('places all siblings anew before a position gets too long', () => {
    let siblings = insert([], 0, ['first', 'last']);
    let rewritten = 0;
    for (let number = 0; number < 2_000; number += 1) {
      rewritten += insertAt(siblings, 1, 1).moved.size > 0 ? 1 : 0;
      siblings = insert(siblings, 1, [`id-${number}`]);
    }
    expect(rewritten).toBeGreaterThan(0);
    expect(Math.max(...siblings.map(({ position }) => position.length))).toBeLessThanOrEqual(longestPosition);
    expect(siblings.every(({ position }) => positionSchema.safeParse(position).success)).toBe(true);
    expect(siblings.slice(0, 2).map(({ id }) => id)).toEqual(['first', 'id-1999']);
  });

  it.each([
    ['the same position twice', 'a1', 'a1'],
    ['a position of another maker', 'zzz0', 'zzz1'],
  ])('mends %s', (_what, one, two) => {
    const siblings = [
      { id: '1', position: one },
      { id: '2', position: two },
    ];
    expect(insert(siblings, 1, ['new']).map(({ id }) => id)).toEqual(['1', 'new', '2']);
  });
});

describe('reorder', () => {
  it('changes nothing when the order is right', () => {
    expect(
      reorder([
        { id: '1', position: 'a0' },
        { id: '2', position: 'a1' },
      ]),
    ).toEqual(new Map());
  });

  it('gives positions in the order of the siblings', () => {
    const positions = reorder([
      { id: '1', position: 'a1' },
      { id: '2', position: 'a0' },
    ]);
    expect((positions.get('1') ?? '') < (positions.get('2') ?? '')).toBe(true);
  });
});
