import { extname, resolve } from 'node:path';
import { CarrelError } from '#shared/contract/errors.ts';
import { exportReportSchema, type ExportReport } from '#shared/contract/exchange.ts';
import type { TopicNode } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';
import {
  isSet,
  libraryFolder,
  requireText,
  textOf,
  UsageError,
  type Command,
  type Words,
} from '../command.ts';
import { withLibrary, type Library } from '../with-library.ts';

const formats = ['site'];

const requireFormat = (words: Words): void => {
  const format = textOf(words, 'format') ?? 'site';
  if (!formats.includes(format))
    throw new UsageError(`--format takes ${formats.join(', ')}, not “${format}”.`);
};

/** Which topics: those named, all, or those marked as published. */
type Wanted = readonly string[] | 'all' | 'published';

const readWanted = (words: Words): Wanted => {
  const { topic } = words.values;
  const slugs = Array.isArray(topic) ? topic.filter((slug) => typeof slug === 'string') : [];
  const ways: Wanted[] = [];
  if (slugs.length > 0) ways.push(slugs);
  if (isSet(words, 'all')) ways.push('all');
  if (isSet(words, 'published')) ways.push('published');
  const [wanted] = ways;
  if (wanted === undefined || ways.length > 1)
    throw new UsageError(
      'Say which topics: --topic SLUG (several times for several), --all, or --published.',
    );
  return wanted;
};

const findTopic = (tree: readonly TopicNode[], slug: string): TopicId => {
  const found = tree.find((topic) => topic.slug === slug);
  if (found !== undefined) return found.id;
  throw new CarrelError('not-found', `There is no topic “${slug}”. carrel list shows the slugs.`, {
    reason: 'no-such-topic',
  });
};

const topicIdsOf = (tree: readonly TopicNode[], wanted: Wanted): TopicId[] | null => {
  if (wanted === 'published') return null;
  const ids = wanted === 'all' ? tree.map(({ id }) => id) : wanted.map((slug) => findTopic(tree, slug));
  if (ids.length > 0) return ids;
  throw new CarrelError('not-found', 'This library has no topics yet, so nothing was written.', {
    reason: 'no-topics',
  });
};

const exportSite = async (library: Library, wanted: Wanted, place: string): Promise<ExportReport> => {
  const topicIds = topicIdsOf(await library.call('topics.tree', {}), wanted);
  const kind = extname(place).toLowerCase() === '.zip' ? 'file' : 'folder';
  const ticket = library.ticketFor({ kind, path: place });
  const { jobId } = await library.call('exports.site', { topicIds, ticket });
  const { result } = await library.finished(jobId, 'Publishing');
  return exportReportSchema.parse(result);
};

const toLines = ({ files, bytes, place, problems }: ExportReport): string[] => [
  `${files} ${files === 1 ? 'file' : 'files'}, ${(bytes / 1_000_000).toFixed(1)} MB, in ${place}`,
  ...(problems.length === 0 ? [] : [`To look at (${problems.length}):`]),
  ...problems.map(({ title, details }) => `  ${title}: ${details}`),
];

/** `carrel export` */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Publishes topics into a folder or a ZIP file.',
  usage:
    'export --library DIR (--topic SLUG | --all | --published) [--format site] --out DIR|FILE.zip [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['--topic SLUG', 'one topic; several times for several (carrel list shows the slugs)'],
    ['--all', 'every topic, drafts too'],
    ['--published', 'every topic that is marked as published'],
    ['--format site', 'a site of finished pages, the only format so far'],
    ['--out PLACE', 'a folder, or a file whose name ends in .zip'],
    ['--json', 'answer in JSON'],
  ],
  options: {
    library: { type: 'string' },
    topic: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    published: { type: 'boolean' },
    format: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: 0,
  run: async (words, terminal) => {
    const libraryDir = libraryFolder(words, terminal);
    requireFormat(words);
    const wanted = readWanted(words);
    const place = resolve(terminal.folder, requireText(words, 'out', 'DIR or FILE.zip'));
    const report = await withLibrary(libraryDir, terminal, (library) => exportSite(library, wanted, place));
    if (isSet(words, 'json')) terminal.print(JSON.stringify(report, null, 2));
    else for (const line of toLines(report)) terminal.print(line);
    return 0;
  },
};
