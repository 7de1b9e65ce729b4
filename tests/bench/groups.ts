import type { Group } from './row.ts';
import { editRows } from './rows/edit.ts';
import { openRows } from './rows/open.ts';

/** Every group of rows, in the order of the table. */
export const groups: Readonly<Record<string, Group>> = {
  edit: editRows,
  open: openRows,
};
