/** Where a key leads among `count` rows from the one at `index`; null for keys that lead nowhere. */
export const rowStep = (key: string, index: number, count: number, page: number): number | null => {
  const within = (wanted: number) => Math.min(count - 1, Math.max(0, wanted));
  switch (key) {
    case 'ArrowDown':
      return within(index + 1);
    case 'ArrowUp':
      return within(index - 1);
    case 'PageDown':
      return within(index + page);
    case 'PageUp':
      return within(index - page);
    case 'Home':
      return within(0);
    case 'End':
      return within(count - 1);
    default:
      return null;
  }
};

/** The next row, after the one at `index` and around, whose name begins with what was typed; null for none. */
export const rowByName = (
  typed: string,
  index: number,
  count: number,
  nameOf: (index: number) => string,
): number | null => {
  const begins = (name: string) =>
    name.slice(0, typed.length).localeCompare(typed, undefined, { sensitivity: 'base' }) === 0;
  // A second letter goes on from where the first one led; the same letter again goes further.
  const first = typed.length > 1 ? 0 : 1;
  for (let step = first; step < count + first; step += 1) {
    const at = (index + step) % count;
    if (begins(nameOf(at))) return at;
  }
  return null;
};
