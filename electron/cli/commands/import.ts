import { isShareFile } from '#core/sharing/read-share.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import {
  importPreviewSchema,
  importReportSchema,
  importTargetSchema,
  type ImportPreview,
  type ImportReport,
  type ImportTarget,
} from '#shared/contract/imports.ts';
import type { TopicNode } from '#shared/contract/views.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { isSet, libraryFolder, textOf, UsageError, type Command, type Words } from '../command.ts';
import { withLibrary, type Library } from '../with-library.ts';
import { importFiles, type ImportFile } from './import-files.ts';
import { planLines, reportLines } from './import-lines.ts';
import { importShare } from './import-share.ts';

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

const choice = <Option extends string>(words: Words, name: string, options: readonly Option[]): Option => {
  const text = textOf(words, name);
  const found = options.find((option) => option === (text ?? options[0]));
  if (found === undefined) throw new UsageError(`--${name} is one of ${options.join(', ')}.`);
  return found;
};

type Wishes = Pick<ImportTarget, 'folders' | 'duplicates'> & { readonly topic: string | null };

const wishesOf = (words: Words): Wishes => ({
  topic: textOf(words, 'topic')?.trim() ?? null,
  folders: choice(words, 'folders', ['topics', 'sections', 'flat']),
  duplicates: choice(words, 'duplicates', ['show', 'skip', 'add']),
});

/** Folders become topics at the top where nothing else was asked for; what has none gets a topic named after its file. */
const targetOf = async (library: Library, { topic: title, ...wishes }: Wishes): Promise<ImportTarget> => {
  if (title === null) return { ...wishes, into: { kind: 'tree' } };
  const topic = findTopic(await library.call('topics.tree', {}), title);
  const into =
    topic === null
      ? ({ kind: 'new', title } as const)
      : ({ kind: 'topic', topicId: topic.id, sectionId: null } as const);
  return importTargetSchema.parse({ ...wishes, into });
};

const read = async (library: Library, files: readonly ImportFile[]): Promise<ImportPreview> => {
  const waiting = [];
  for (const { path, name } of files) {
    waiting.push({ uploadId: (await library.context.uploads.adopt(path)).id, fileName: name });
  }
  const { jobId } = await library.call('imports.read', { files: waiting });
  return importPreviewSchema.parse((await library.finished(jobId, 'Reading')).result);
};

const look = async (library: Library, preview: ImportPreview, target: ImportTarget) => {
  const { importId } = preview;
  const plan = await library.call('imports.plan', { importId, target });
  const problems = await library.call('imports.problems', { importId, offset: 0, limit: 200 });
  return { preview, plan, problems: problems.items };
};

const bringIn = async (
  library: Library,
  { importId }: ImportPreview,
  target: ImportTarget,
): Promise<ImportReport> => {
  const { jobId } = await library.call('imports.commit', { importId, target });
  return importReportSchema.parse((await library.finished(jobId, 'Importing')).result);
};

/** `carrel import` */
export const importCommand: Command = {
  name: 'import',
  summary: 'Brings tables, bookmarks, references, feeds and pages into a library, as one undoable change.',
  usage:
    'import --library DIR [--topic "Title"] [--folders WHAT] [--duplicates WHAT] [--dry-run] FILE… [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['--topic TITLE', 'title or slug of a topic; a title that is not there yet makes a new one'],
    ['', 'without it, folders become topics, and the rest goes into a topic named after its file'],
    ['--folders WHAT', 'topics (below it), sections (in it) or flat'],
    ['--duplicates WHAT', 'what the library has already: show it there too, skip it, or add it again'],
    ['--dry-run', 'say what would be made, and change nothing'],
    ['FILE…', 'files or folders; pictures among them go to the records that name them'],
    ['', `recognized by their content: ${Object.values(en['import-format']).join('; ')}`],
    ['', 'a share file (.carrel), alone, is merged; it makes the library if there is none'],
    ['--prefer SIDE', 'share file: ours or theirs, where both sides changed the same'],
    ['--json', 'answer with the whole report in JSON'],
  ],
  options: {
    library: { type: 'string' },
    topic: { type: 'string' },
    folders: { type: 'string' },
    duplicates: { type: 'string' },
    'dry-run': { type: 'boolean' },
    prefer: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: 2_000,
  run: async (words, terminal) => {
    const libraryDir = libraryFolder(words, terminal);
    const wishes = wishesOf(words);
    const say = (value: object, lines: readonly string[]) => {
      if (isSet(words, 'json')) terminal.print(JSON.stringify(value, null, 2));
      else for (const line of lines) terminal.print(line);
    };
    const files = await importFiles(terminal.folder, words.positionals);
    const [first] = files;
    if (first === undefined) throw new UsageError('FILE is missing.');
    if (files.length === 1 && (await isShareFile(first.path)))
      return importShare(words, terminal, { libraryDir, path: first.path });
    return withLibrary(libraryDir, terminal, async (library) => {
      const preview = await read(library, files);
      const target = await targetOf(library, wishes);
      if (isSet(words, 'dry-run')) {
        const found = await look(library, preview, target);
        say(found, planLines(preview, found.plan, found.problems));
        return 0;
      }
      const report = await bringIn(library, preview, target);
      say(report, reportLines(report));
      return report.taken + report.shown === 0 && report.refusedCount > 0 ? 1 : 0;
    });
  },
};
