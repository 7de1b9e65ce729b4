/** Something that has a place among its siblings. */
export type Positioned = { readonly id: string; readonly position: string };

/** Compares texts by code unit, the order in which fractional indices are made. Never `localeCompare`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Orders siblings by position. Two with the same position (a library edited by hand, or merged) keep the order in
 * which they were made, since ids sort by time.
 */
export const comparePositions = (a: Positioned, b: Positioned): number =>
  compareText(a.position, b.position) || compareText(a.id, b.id);
