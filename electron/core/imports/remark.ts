import { fillMessage } from '#core/refusal.ts';
import type { ImportRemark } from '#shared/contract/imports.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };

/** Why a record was refused or not taken whole: a message key below `import-report.`. */
export type Reason = keyof (typeof en)['import-report'];

/** Something to know about a record: a message key below `import-report.` and its values. */
export type Remark = {
  readonly reason: Reason;
  readonly values: Readonly<Record<string, string | number>>;
};

/** A remark with the record it is about: its row (from 1, as the file counts), and its title if it has one. */
export type RowRemark = Remark & { readonly row: number; readonly title: string };

/** A remark as the report has it. */
export const toImportRemark = ({ row, title, reason, values }: RowRemark): ImportRemark => ({
  row,
  title: title.slice(0, 200),
  reason,
  values,
  message: fillMessage(en['import-report'][reason], values),
});

/** Text for a remark: at most 80 characters. */
export const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** Remarks about a file as such, which do not keep a record out. */
const notes: ReadonlySet<Reason> = new Set([
  'lines-above-header',
  'unclosed-quote',
  'empty-folder',
  'member-left',
]);

/** Whether a problem of a reading is only something to know. */
export const isNote = ({ reason }: Remark): boolean => notes.has(reason);
