import type { Change } from '#shared/model/change.ts';

const weights = new WeakMap<Change, number>();

/** How much a change holds, in characters of JSON. Measured once. */
export const weightOf = (change: Change): number => {
  const known = weights.get(change);
  if (known !== undefined) return known;
  const weight = JSON.stringify(change).length;
  weights.set(change, weight);
  return weight;
};

/** What a change weighs, where that is known already: measuring a large one takes long. */
export const rememberWeight = (change: Change, weight: number): void => {
  weights.set(change, weight);
};
