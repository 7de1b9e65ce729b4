import type { ImportPlan, ImportPreview, ImportRemark, ImportReport } from '#shared/contract/imports.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };

/** Rows named at the command line; `--json` names all that the report holds. */
const shownRows = 20;

const resources = (count: number): string => `${count} ${count === 1 ? 'resource' : 'resources'}`;

const rowLines = (heading: string, count: number, rows: readonly ImportRemark[]): string[] => {
  if (count === 0) return [];
  const shown = rows.slice(0, shownRows);
  return [
    `${heading} (${count}):`,
    ...shown.map(({ row, title, message }) => `  row ${row}${title === '' ? '' : ` “${title}”`}: ${message}`),
    ...(count > shown.length ? [`  and ${count - shown.length} more; --json says more`] : []),
  ];
};

/** A report for people. */
export const reportLines = (report: ImportReport): string[] => {
  const { taken, topicTitle, shown, skipped, topicsMade, pictures } = report;
  return [
    `${resources(taken)} taken into “${topicTitle}”.`,
    ...(shown === 0 ? [] : [`${resources(shown)} of the library shown there, too.`]),
    ...(skipped === 0 ? [] : [`${skipped} left out: already there.`]),
    ...(topicsMade === 0 ? [] : [`${topicsMade} ${topicsMade === 1 ? 'topic' : 'topics'} made.`]),
    ...(pictures === 0 ? [] : [`${pictures} ${pictures === 1 ? 'picture' : 'pictures'} came with them.`]),
    ...rowLines('Refused', report.refusedCount, report.refused),
    ...rowLines('To look at', report.notesCount, report.notes),
  ];
};

/** What would be made, for people: the sources, the tree, the columns. */
export const planLines = (
  preview: ImportPreview,
  plan: ImportPlan,
  remarks: readonly ImportRemark[],
): string[] => [
  ...preview.sources.map(
    ({ fileName, format, records }) => `${fileName}: ${en['import-format'][format]}, ${records} records`,
  ),
  ...plan.topics.flatMap(({ title, depth, isNew, sections }) => [
    `${'  '.repeat(depth)}${isNew ? '+ ' : '  '}${title}`,
    ...sections.map(
      (section) =>
        `${'  '.repeat(depth + 2)}${section.isNew ? '+ ' : '  '}${section.title}: ${section.records}`,
    ),
  ]),
  `Would be taken: ${plan.added}. Shown there, too: ${plan.shown}. Left out: ${plan.skipped}. Pictures: ${plan.pictures}.`,
  ...rowLines('Refused or to look at', preview.refused + preview.notes, remarks),
  'Nothing was changed.',
];
