import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { CarrelError } from '#shared/contract/errors.ts';
import { importReportSchema, type ImportReport } from '#shared/contract/exchange.ts';
import type { TopicNode } from '#shared/contract/views.ts';
import {
  isSet,
  libraryFolder,
  requirePositional,
  requireText,
  UsageError,
  type Command,
} from '../command.ts';
import { withLibrary, type Library } from '../with-library.ts';

const requireCsv = async (path: string): Promise<void> => {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true)
    throw new CarrelError('not-found', `There is no file ${path}.`, { reason: 'no-such-file' });
  if (!['.csv', '.tsv', '.txt'].includes(extname(path).toLowerCase()))
    throw new UsageError(`Carrel imports CSV files so far; ${basename(path)} is none by its name.`);
};

const fold = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/** The topic with this slug or title; null: a new one. Two of the same title cannot be told apart. */
const findTopic = (tree: readonly TopicNode[], title: string): TopicNode | null => {
  const bySlug = tree.find(({ slug }) => slug === title);
  if (bySlug !== undefined) return bySlug;
  const [first, second] = tree.filter((topic) => fold(topic.title) === fold(title));
  if (second !== undefined)
    throw new CarrelError(
      'conflict',
      `Several topics are called “${title}”. Name one by its slug; carrel list shows them.`,
      { reason: 'title-not-unique' },
    );
  return first ?? null;
};

const importCsv = async (library: Library, title: string, path: string): Promise<ImportReport> => {
  const topic = findTopic(await library.call('topics.tree', {}), title);
  const upload = await library.context.uploads.adopt(path);
  const { jobId } = await library.call('imports.csv', {
    uploadId: upload.id,
    fileName: basename(path),
    into: topic === null ? { kind: 'new', title } : { kind: 'topic', topicId: topic.id },
  });
  const { result } = await library.finished(jobId, 'Importing');
  return importReportSchema.parse(result);
};

/** Rows named at the command line; `--json` names all that the report holds. */
const shownRows = 20;

const rowLines = (heading: string, count: number, rows: ImportReport['notes']): string[] => {
  if (count === 0) return [];
  const shown = rows.slice(0, shownRows);
  return [
    `${heading} (${count}):`,
    ...shown.map(({ row, title, message }) => `  row ${row}${title === '' ? '' : ` “${title}”`}: ${message}`),
    ...(count > shown.length ? [`  and ${count - shown.length} more; --json says more`] : []),
  ];
};

const toLines = ({ taken, topicTitle, ...report }: ImportReport): string[] => [
  `${taken} ${taken === 1 ? 'resource' : 'resources'} taken into “${topicTitle}”.`,
  ...rowLines('Refused', report.refusedCount, report.refused),
  ...rowLines('To look at', report.notesCount, report.notes),
];

/** `carrel import` */
export const importCommand: Command = {
  name: 'import',
  summary: 'Takes the rows of a CSV file into a topic, as one undoable change.',
  usage: 'import --library DIR --topic "Title" FILE [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['--topic TITLE', 'title or slug of a topic; a title that is not there yet makes a new one'],
    ['FILE', 'a CSV file'],
    ['--json', 'answer with the whole report in JSON'],
  ],
  options: { library: { type: 'string' }, topic: { type: 'string' }, json: { type: 'boolean' } },
  positionals: 1,
  run: async (words, terminal) => {
    const libraryDir = libraryFolder(words, terminal);
    const title = requireText(words, 'topic', '"Title"').trim();
    const path = resolve(terminal.folder, requirePositional(words, 'FILE'));
    await requireCsv(path);
    const report = await withLibrary(libraryDir, terminal, (library) => importCsv(library, title, path));
    if (isSet(words, 'json')) terminal.print(JSON.stringify(report, null, 2));
    else for (const line of toLines(report)) terminal.print(line);
    return report.taken === 0 && report.refusedCount > 0 ? 1 : 0;
  },
};
