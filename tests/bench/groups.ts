import type { Group } from './row.ts';
import { derivativeRows } from './rows/derivatives.ts';
import { editRows } from './rows/edit.ts';
import { importRows } from './rows/import.ts';
import { openRows } from './rows/open.ts';
import { rightsRows } from './rows/rights.ts';
import { screenRows } from './rows/screen.ts';
import { searchRows } from './rows/search.ts';
import { siteRows } from './rows/site.ts';
import { windowRows } from './rows/window.ts';

/** Every group of rows by name, in the order of the table. */
export const groups: Readonly<Record<string, Group>> = {
  edit: editRows,
  open: openRows,
  search: searchRows,
  site: siteRows,
  derivatives: derivativeRows,
  rights: rightsRows,
  screen: screenRows,
  window: windowRows,
  import: importRows,
};
