import type { PlacementId } from '#shared/model/ids.ts';

/** A move of entries within their section, and where the first of them stands afterward. */
export type MovePlan = {
  readonly beforeId: PlacementId | null;
  /** The entry that was passed: the first one moved stands above it, or the last one below it. */
  readonly passed: PlacementId | null;
  /** Counted from 0. */
  readonly index: number;
};

type Ids = readonly PlacementId[];

const isTogether = (order: Ids, moving: ReadonlySet<PlacementId>, from: number): boolean =>
  order.slice(from, from + moving.size).every((id) => moving.has(id));

/**
 * One step up or down: entries that stand apart come together first, where the foremost of them leads. Null: they
 * cannot go further.
 */
export const planStep = (order: Ids, picked: Ids, by: -1 | 1): MovePlan | null => {
  const moving = new Set(picked);
  const first = order.findIndex((id) => moving.has(id));
  const last = order.findLastIndex((id) => moving.has(id));
  if (first < 0) return null;
  if (by === -1) {
    if (first === 0 && isTogether(order, moving, 0)) return null;
    const passed = order[first - 1] ?? null;
    return { beforeId: passed ?? order[0] ?? null, passed, index: Math.max(0, first - 1) };
  }
  if (last === order.length - 1 && isTogether(order, moving, order.length - moving.size)) return null;
  const passed = order[last + 1] ?? null;
  const index = Math.min(order.length, last + 2) - moving.size;
  return { beforeId: order[last + 2] ?? null, passed, index };
};

/** To the first or the last place of the section; null: they stand there already. */
export const planEdge = (order: Ids, picked: Ids, edge: 'first' | 'last'): MovePlan | null => {
  const moving = new Set(picked);
  const index = edge === 'first' ? 0 : order.length - moving.size;
  if (isTogether(order, moving, index)) return null;
  const others = order.filter((id) => !moving.has(id));
  return edge === 'first'
    ? { beforeId: order[0] ?? null, passed: others[0] ?? null, index }
    : { beforeId: null, passed: others.at(-1) ?? null, index };
};
