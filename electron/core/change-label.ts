import type { ChangeLabel } from '#shared/model/change.ts';
import { cutText } from '#shared/domain/cut-text.ts';

/** Titles in "Undo …" are cut to this many characters. */
const titleLength = 60;

/** A change's name: the message `change.<key>` with its values, texts cut so that they fit on a button. */
export const changeLabel = (
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): ChangeLabel => ({
  key,
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? cutText(value, titleLength) : value,
    ]),
  ),
});
