/** Adds heights up. */
export const toStarts = (
  keys: readonly string[],
  measured: ReadonlyMap<string, number>,
  estimate: number,
): Float64Array => {
  const starts = new Float64Array(keys.length + 1);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    starts[index + 1] = (starts[index] ?? 0) + (measured.get(key) ?? estimate);
  }
  return starts;
};

/** The index of the row at that distance from the top; the first or last one beyond the ends. */
export const rowAt = (starts: Float64Array, distance: number): number => {
  let [low, high] = [0, Math.max(0, starts.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** From which row on and before which one a list is drawn. `to` is not drawn. */
export type RowRange = { readonly from: number; readonly to: number };

/** Ranges begin and end at multiples of this, so that scrolling by a line seldom draws anything. */
const step = 8;

/** The rows to be drawn so that those between two distances from the top of the list show; none when it is out of sight. */
export const rangeBetween = (starts: Float64Array, top: number, bottom: number): RowRange => {
  const count = starts.length - 1;
  const end = starts[count] ?? 0;
  if (count === 0 || bottom < 0 || top > end) return { from: 0, to: 0 };
  const from = Math.floor(rowAt(starts, Math.max(0, top)) / step) * step;
  const to = Math.ceil((rowAt(starts, Math.min(end, bottom)) + 1) / step) * step;
  return { from, to: Math.min(count, to) };
};

/** A row to draw, or the place of rows that are not drawn. */
export type RowPiece =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly key: string; readonly height: number };

/** The rows of a range, and one more that has the focus wherever it is, with gaps for all that is left out. */
export const toPieces = (starts: Float64Array, { from, to }: RowRange, focused: number): RowPiece[] => {
  const count = starts.length - 1;
  const inside = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  const isApart = focused >= 0 && focused < count && (focused < from || focused >= to);
  const drawn = isApart ? [...inside, focused].toSorted((a, b) => a - b) : inside;
  const pieces: RowPiece[] = [];
  let at = 0;
  for (const index of [...drawn, count]) {
    const height = (starts[index] ?? 0) - (starts[at] ?? 0);
    if (index > at) pieces.push({ kind: 'gap', key: `gap ${at}`, height });
    if (index < count) pieces.push({ kind: 'row', index });
    at = index + 1;
  }
  return pieces;
};
