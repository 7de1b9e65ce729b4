import { generateNKeysBetween } from 'fractional-indexing';
import type { Positioned } from '#shared/domain/ordering.ts';

/** A position longer than this makes all siblings get new, short ones. `positionSchema` takes 200. */
export const longestPosition = 150;

/** Positions for new siblings, and the old siblings that must get another one in the same change. */
export type Insertion = {
  readonly positions: readonly string[];
  readonly moved: ReadonlyMap<string, string>;
};

const keysBetween = (
  before: string | null,
  after: string | null,
  count: number,
): readonly string[] | null => {
  if (before !== null && after !== null && before >= after) return null;
  try {
    const keys = generateNKeysBetween(before, after, count);
    return keys.every((key) => key.length <= longestPosition) ? keys : null;
  } catch {
    // A position that was not made by this library, as in a file edited by hand.
    return null;
  }
};

/**
 * Makes room for `count` new siblings at `index` among `siblings` (in their order). Never collides: where no position
 * fits in, all siblings are placed anew.
 */
export const insertAt = (siblings: readonly Positioned[], index: number, count: number): Insertion => {
  const at = Math.min(Math.max(index, 0), siblings.length);
  const positions = keysBetween(siblings[at - 1]?.position ?? null, siblings[at]?.position ?? null, count);
  if (positions !== null) return { positions, moved: new Map() };
  const all = generateNKeysBetween(null, null, siblings.length + count);
  const left = [...all.slice(0, at), ...all.slice(at + count)];
  return {
    positions: all.slice(at, at + count),
    moved: new Map(siblings.map(({ id }, place) => [id, left[place] ?? ''])),
  };
};

/** New positions for siblings that stand in the order wanted; none when they have it already. */
export const reorder = (siblings: readonly Positioned[]): ReadonlyMap<string, string> => {
  const inOrder = siblings.every((sibling, place) => {
    const next = siblings[place + 1];
    return next === undefined || sibling.position < next.position;
  });
  if (inOrder) return new Map();
  const positions = generateNKeysBetween(null, null, siblings.length);
  return new Map(siblings.map(({ id }, place) => [id, positions[place] ?? '']));
};
