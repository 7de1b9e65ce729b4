/** Where among the rows of a list something would be dropped. */
export type DropPlace = {
  /** The row it would stand beside. */
  readonly key: string;
  readonly isAfter: boolean;
  /** Where that is, in CSS pixels from the top of the list. */
  readonly mark: number;
};

type Point = { readonly clientY: number };

/** The gap between rows that is nearest to the pointer; null in a list without rows. */
export const dropPlace = (list: Element, { clientY }: Point): DropPlace | null => {
  const rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-key]')];
  const boxes = rows.map((row) => ({ key: row.dataset['key'] ?? '', box: row.getBoundingClientRect() }));
  const below = boxes.find(({ box }) => clientY < box.bottom) ?? boxes.at(-1);
  if (!below) return null;
  const isAfter = clientY > below.box.top + below.box.height / 2;
  const edge = isAfter ? below.box.bottom : below.box.top;
  return { key: below.key, isAfter, mark: edge - list.getBoundingClientRect().top };
};
