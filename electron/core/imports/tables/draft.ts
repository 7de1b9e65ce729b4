import type { Identifier } from '#shared/model/resource.ts';
import { shorten, type Reason, type Remark } from '../remark.ts';

export type DateField = 'publishedOn' | 'addedOn' | 'modifiedOn' | 'checkedOn';
type LineField = 'publisher' | 'audience' | 'accessNote';
type Cell = { readonly column: string; readonly cell: string };

/** A row on its way to a candidate: what its cells have said so far. */
export type Draft = {
  title: string;
  summary: string;
  note: string;
  /** Whose words the summary is, and where they are taken from. */
  quotedFrom: string;
  quotedFromAddress: string;
  language: Cell | null;
  readonly lines: Map<LineField, string>;
  readonly dates: Map<DateField, Cell[]>;
  isApproximate: boolean;
  /** Addresses by preference: 0 from a column of links, 1 from one of files. */
  readonly addresses: { readonly url: string; readonly preference: number }[];
  /** Type words by preference, 0 first. */
  readonly types: (Cell & { readonly preference: number })[];
  readonly creators: string[];
  readonly subjects: string[];
  readonly rights: string[];
  readonly identifiers: Identifier[];
  path: readonly string[];
  section: string | null;
  /** Names and addresses of pictures, the larger first. */
  readonly pictures: Cell[];
  pictureAlt: string;
  readonly pictureRights: string[];
  pictureCredit: string;
  /** What no field takes, under the column's own name. */
  readonly other: Map<string, string>;
  readonly remarks: Remark[];
};

/** A row of which nothing is known yet. */
export const emptyDraft = (): Draft => ({
  title: '',
  summary: '',
  note: '',
  quotedFrom: '',
  quotedFromAddress: '',
  language: null,
  lines: new Map(),
  dates: new Map(),
  isApproximate: false,
  addresses: [],
  types: [],
  creators: [],
  subjects: [],
  rights: [],
  identifiers: [],
  path: [],
  section: null,
  pictures: [],
  pictureAlt: '',
  pictureRights: [],
  pictureCredit: '',
  other: new Map(),
  remarks: [],
});

/** Keeps a cell under its column's name, and says why if there is something to say. */
export const keep = (draft: Draft, column: string, cell: string, reason?: Reason): void => {
  draft.other.set(column, cell);
  if (reason !== undefined) draft.remarks.push({ reason, values: { column, value: shorten(cell) } });
};
