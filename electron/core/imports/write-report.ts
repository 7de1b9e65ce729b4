import Papa from 'papaparse';
import { fillMessage } from '#core/refusal.ts';
import { columnMeaningSchema, reportedMeaning } from '#shared/contract/column-meaning.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { ImportRemark, ImportReport } from '#shared/contract/imports.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };

type Format = ParsedInputOf<'imports.report'>['format'];

const words = en['import-report-file'];

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const summary = ({
  taken,
  shown,
  skipped,
  topicsMade,
  pictures,
  refusedCount,
  topicTitle,
}: ImportReport): string[] => [
  fillMessage(words.taken, { count: taken, title: topicTitle }),
  ...(shown > 0 ? [fillMessage(words.shown, { count: shown })] : []),
  ...(skipped > 0 ? [fillMessage(words.skipped, { count: skipped })] : []),
  ...(topicsMade > 0 ? [fillMessage(words.topics, { count: topicsMade })] : []),
  ...(pictures > 0 ? [fillMessage(words.pictures, { count: pictures })] : []),
  ...(refusedCount > 0 ? [fillMessage(words.refused, { count: refusedCount })] : []),
];

type Line = readonly [kind: string, row: string, title: string, message: string];

const lineOf =
  (kind: string) =>
  ({ row, title, message }: ImportRemark): Line => [kind, String(row), title, message];

const lines = ({ refused, notes }: ImportReport): Line[] => [
  ...refused.map(lineOf(words['kind-refused'])),
  ...notes.map(lineOf(words['kind-note'])),
];

const more = ({ refused, refusedCount, notes, notesCount }: ImportReport): string[] => {
  const left = refusedCount - refused.length + notesCount - notes.length;
  return left > 0 ? [fillMessage(words.more, { count: left })] : [];
};

const sourceLines = ({ sources }: ImportReport): string[] =>
  sources.map(({ fileName, format, about }) =>
    [fileName, en['import-format'][format], ...Object.values(about)].filter(Boolean).join(' · '),
  );

const columnNames = [words.kind, words.row, words.title, words.message];

const toText = (report: ImportReport): string =>
  [
    ...summary(report),
    '',
    ...sourceLines(report),
    '',
    ...lines(report).map((line) => line.join('\t')),
    ...more(report),
    '',
  ].join('\n');

/** A cell that a spreadsheet would take for a formula gets an apostrophe, as OWASP advises. */
const toCsv = (report: ImportReport): string =>
  `\ufeff${Papa.unparse([columnNames, ...lines(report)], { escapeFormulae: true })}\r\n`;

/** What a column became, in words. */
const fieldWords = (field: string): string => {
  const meaning = columnMeaningSchema.safeParse(reportedMeaning(field));
  if (!meaning.success) return field;
  return meaning.data === 'other' ? words.kept : en['import-column'][meaning.data];
};

const toHtml = (report: ImportReport): string => {
  const rows = lines(report).map(
    (line) => `<tr>${line.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  const paragraphs = (texts: readonly string[]): string =>
    texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
  const columns = report.sources.flatMap((source) => source.columns);
  const heads = (names: readonly string[]): string =>
    names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(fillMessage(words.heading, { title: report.topicTitle }))}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}</style></head>
<body><main>
<h1>${escapeHtml(fillMessage(words.heading, { title: report.topicTitle }))}</h1>
${paragraphs(summary(report))}
${paragraphs(sourceLines(report))}
${rows.length === 0 ? '' : `<table><thead><tr>${heads(columnNames)}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`}
${paragraphs(more(report))}
${
  columns.length === 0
    ? ''
    : `<table><thead><tr>${heads([words.column, words.field])}</tr></thead><tbody>\n${columns
        .map(
          ({ column, field }) =>
            `<tr><td>${escapeHtml(column)}</td><td>${escapeHtml(fieldWords(field))}</td></tr>`,
        )
        .join('\n')}\n</tbody></table>`
}
</main></body>
</html>
`;
};

const writers = {
  html: { write: toHtml, extension: 'html', mediaType: 'text/html' },
  csv: { write: toCsv, extension: 'csv', mediaType: 'text/csv' },
  text: { write: toText, extension: 'txt', mediaType: 'text/plain' },
} as const;

/** The report of an import as a file that can be kept. */
export const writeReport = (report: ImportReport, format: Format): OutputOf<'imports.report'> => {
  const { write, extension, mediaType } = writers[format];
  const name = report.topicTitle
    .replaceAll(/[\\/:*?"<>|\n]+/g, ' ')
    .slice(0, 80)
    .trim();
  return { fileName: `${name} – import.${extension}`, mediaType, text: write(report) };
};
