import Papa from 'papaparse';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { ImportRemark, ImportReport } from '#shared/contract/imports.ts';
import { reportWords, type ReportWords } from './report-words.ts';

type Order = Pick<ParsedInputOf<'imports.report'>, 'format' | 'language'>;

/** A report, and the words it is told in. */
type Telling = { readonly report: ImportReport; readonly words: ReportWords };

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const summary = ({ report, words: { say } }: Telling): string[] => {
  const { taken, shown, skipped, topicsMade, pictures, refusedCount, topicTitle } = report;
  return [
    say('taken', { count: taken, title: topicTitle }),
    ...(shown > 0 ? [say('shown', { count: shown })] : []),
    ...(skipped > 0 ? [say('skipped', { count: skipped })] : []),
    ...(topicsMade > 0 ? [say('topics', { count: topicsMade })] : []),
    ...(pictures > 0 ? [say('pictures', { count: pictures })] : []),
    ...(refusedCount > 0 ? [say('refused', { count: refusedCount })] : []),
  ];
};

type Line = readonly [kind: string, row: string, title: string, message: string];

const lines = ({ report: { refused, notes }, words }: Telling): Line[] => {
  const lineOf =
    (kind: string) =>
    (remark: ImportRemark): Line => [kind, String(remark.row), remark.title, words.remark(remark)];
  return [...refused.map(lineOf(words.say('kind-refused'))), ...notes.map(lineOf(words.say('kind-note')))];
};

const more = ({ report, words }: Telling): string[] => {
  const { refused, refusedCount, notes, notesCount } = report;
  const left = refusedCount - refused.length + notesCount - notes.length;
  return left > 0 ? [words.say('more', { count: left })] : [];
};

const sourceLines = ({ report, words }: Telling): string[] =>
  report.sources.map(({ fileName, format, about }) =>
    [fileName, words.format(format), ...Object.values(about)].filter(Boolean).join(' · '),
  );

const columnNames = ({ words: { say } }: Telling): string[] => [
  say('kind'),
  say('row'),
  say('title'),
  say('message'),
];

const toText = (telling: Telling): string =>
  [
    ...summary(telling),
    '',
    ...sourceLines(telling),
    '',
    ...lines(telling).map((line) => line.join('\t')),
    ...more(telling),
    '',
  ].join('\n');

/** A cell that a spreadsheet would take for a formula gets an apostrophe, as OWASP advises. */
const toCsv = (telling: Telling): string =>
  `\ufeff${Papa.unparse([columnNames(telling), ...lines(telling)], { escapeFormulae: true })}\r\n`;

const toHtml = (telling: Telling): string => {
  const { report, words } = telling;
  const rows = lines(telling).map(
    (line) => `<tr>${line.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  const paragraphs = (texts: readonly string[]): string =>
    texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
  const heading = escapeHtml(words.say('heading', { title: report.topicTitle }));
  const columns = report.sources.flatMap((source) => source.columns);
  const heads = (names: readonly string[]): string =>
    names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  return `<!doctype html>
<html lang="${words.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}</style></head>
<body><main>
<h1>${heading}</h1>
${paragraphs(summary(telling))}
${paragraphs(sourceLines(telling))}
${rows.length === 0 ? '' : `<table><thead><tr>${heads(columnNames(telling))}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`}
${paragraphs(more(telling))}
${
  columns.length === 0
    ? ''
    : `<table><thead><tr>${heads([words.say('column'), words.say('field')])}</tr></thead><tbody>\n${columns
        .map(
          ({ column, field }) =>
            `<tr><td>${escapeHtml(column)}</td><td>${escapeHtml(words.field(field))}</td></tr>`,
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

/** The report of an import as a file that can be kept, in a language of the interface. */
export const writeReport = (
  report: ImportReport,
  { format, language }: Order,
): OutputOf<'imports.report'> => {
  const { write, extension, mediaType } = writers[format];
  const words = reportWords(language);
  const title = report.topicTitle
    .replaceAll(/[\\/:*?"<>|\n]+/g, ' ')
    .slice(0, 80)
    .trim();
  return {
    fileName: `${words.say('file-name', { title })}.${extension}`,
    mediaType,
    text: write({ report, words }),
  };
};
