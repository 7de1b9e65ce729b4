import { fillMessage } from '#core/refusal.ts';
import type { ImportRemark } from '#shared/contract/exchange.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import type { Identifier } from '#shared/model/resource.ts';

/** Why a row was refused or not taken whole: a message key below `import-report.`. */
export type Reason = keyof (typeof en)['import-report'];
export type Remark = { readonly reason: Reason; readonly values: Readonly<Record<string, string | number>> };

type DateField = 'publishedOn' | 'addedOn' | 'modifiedOn' | 'checkedOn';
type LineField = 'publisher' | 'audience' | 'accessNote';

/** A row on its way to a resource: what its cells have said so far. */
export type Draft = {
  title: string;
  summary: string;
  note: string;
  language: { readonly column: string; readonly cell: string } | null;
  readonly lines: Map<LineField, string>;
  readonly dates: Map<DateField, { readonly column: string; readonly value: string }>;
  isApproximate: boolean;
  /** Addresses by preference: 0 from a column of links, 1 from one of files. */
  readonly addresses: { readonly url: string; readonly preference: number }[];
  /** Type words by preference, 0 first. */
  readonly types: { readonly column: string; readonly cell: string; readonly preference: number }[];
  readonly creators: string[];
  readonly subjects: string[];
  readonly rights: string[];
  readonly identifiers: Identifier[];
  /** What no field takes, under the column's own name. */
  readonly other: Map<string, string>;
  readonly remarks: Remark[];
};

/** A row of which nothing is known yet. */
export const emptyDraft = (): Draft => ({
  title: '',
  summary: '',
  note: '',
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
  other: new Map(),
  remarks: [],
});

/** Keeps a cell under its column's name, and says why if there is something to say. */
export const keep = (draft: Draft, column: string, cell: string, reason?: Reason): void => {
  draft.other.set(column, cell);
  if (reason !== undefined) draft.remarks.push({ reason, values: { column, value: shorten(cell) } });
};

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** A remark about a row as the report has it. */
export const toImportRemark = (row: number, title: string, { reason, values }: Remark): ImportRemark => ({
  row,
  title: title.slice(0, 200),
  reason,
  values,
  message: fillMessage(en['import-report'][reason], values),
});
