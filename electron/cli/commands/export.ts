import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Destination } from '#core/context.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import {
  exportFormats,
  exportFormatSchema,
  exportOptionsSchema,
  formatFacts,
  type ExportFormat,
  type ExportOptions,
} from '#shared/contract/export-formats.ts';
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

const readFormat = (words: Words): ExportFormat => {
  const format = textOf(words, 'format') ?? 'site';
  const parsed = exportFormatSchema.safeParse(format);
  if (parsed.success) return parsed.data;
  const known = exportFormats.map(({ id }) => id).join(', ');
  throw new UsageError(`--format takes ${known}, not “${format}”.`);
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

/** What the person at the terminal says about rights: a reason to publish what is open, and whether it serves commerce. */
type Said = { readonly anyway: string | null; readonly commercial: boolean | null };

type Order = Said & {
  readonly format: ExportFormat;
  readonly wanted: Wanted;
  readonly place: string;
  readonly options: ExportOptions;
};

const readSaid = (words: Words): Said => {
  const anyway = textOf(words, 'anyway');
  const commercial = textOf(words, 'commercial');
  if (anyway !== null && anyway.trim() === '')
    throw new UsageError('--anyway takes the reason, which is recorded.');
  if (commercial !== null && commercial !== 'yes' && commercial !== 'no')
    throw new UsageError(`--commercial takes yes or no, not “${commercial}”.`);
  return { anyway, commercial: commercial === null ? null : commercial === 'yes' };
};

/** Remembers the answer where it belongs: with the topics named, or with the library. */
const rememberCommercial = async ({ call }: Library, topicIds: TopicId[] | null, commercialUse: boolean) => {
  if (topicIds === null) await call('library.update', { patch: { commercialUse } });
  for (const topicId of topicIds ?? []) await call('topics.update', { topicId, patch: { commercialUse } });
};

/**
 * Records why pictures that the gate keeps back are published all the same. Not while its question is open: nothing will be
 * published then, and what is kept back is not known.
 */
const decideAnyway = async ({ call }: Library, topicIds: TopicId[] | null, reason: string) => {
  const { blocked, commercialUse, mattersCommercial } = await call('rights.gate', { topicIds });
  if (mattersCommercial && commercialUse === null) return;
  const imageIds = blocked.map(({ image }) => image.id);
  if (imageIds.length > 0) await call('rights.decide', { imageIds, reason });
};

const readOptions = (words: Words): ExportOptions => {
  const paper = exportOptionsSchema.shape.paper.safeParse(textOf(words, 'paper') ?? undefined);
  if (!paper.success) throw new UsageError('--paper takes a4 or letter.');
  return {
    ...(isSet(words, 'evidence') && { evidence: true }),
    ...(paper.data !== undefined && { paper: paper.data }),
    ...(isSet(words, 'topic-zips') && { topicZips: true }),
    ...(isSet(words, 'pictures-inside') && { picturesInside: true }),
  };
};

/** A tree goes into a folder or a ZIP; one file under the name given, or into a folder that is there. */
const destinationOf = ({ format, place }: Order): Destination => {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const asZip = extname(place).toLowerCase() === '.zip' && !isFolder;
  const { shape } = formatFacts(format);
  return { kind: isFolder || (shape === 'tree' && !asZip) ? 'folder' : 'file', path: place };
};

const exportTopics = async (library: Library, order: Order): Promise<ExportReport> => {
  const topicIds = topicIdsOf(await library.call('topics.tree', {}), order.wanted);
  if (order.commercial !== null) await rememberCommercial(library, topicIds, order.commercial);
  if (order.anyway !== null) await decideAnyway(library, topicIds, order.anyway);
  const ticket = library.ticketFor(destinationOf(order));
  const { format, options } = order;
  const { jobId } = await library.call('exports.run', { format, topicIds, ticket, options });
  const { result } = await library.finished(jobId, 'Writing');
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
  summary: 'Publishes topics as pages, or hands them out as data.',
  usage:
    'export --library DIR (--topic SLUG | --all | --published) [--format FORMAT] --out PLACE [--commercial yes|no] [--anyway REASON] [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['--topic SLUG', 'one topic; several times for several (carrel list shows the slugs)'],
    ['--all', 'every topic, drafts too'],
    ['--published', 'every topic that is marked as published'],
    ['--format FORMAT', 'site, if nothing is said, or one of these:'],
    ...exportFormats.map(({ id }) => [`  ${id}`, en['export-format-hint'][id]] as const),
    ['--evidence', 'share file: with what is kept about the pictures’ rights'],
    ['--out PLACE', 'a file; for formats of many files a folder, or a file whose name ends in .zip'],
    ['--commercial yes|no', 'whether it is sold or advertises something; remembered'],
    ['--anyway REASON', 'publish pictures whose rights are open all the same; the reason is recorded'],
    ['--paper a4|letter', 'pdf and docx: the size of the paper; a4 if nothing is said'],
    ['--topic-zips', 'site: each topic as a ZIP of its own, too'],
    ['--pictures-inside', 'fragment: pictures inside the code'],
    ['--json', 'answer in JSON'],
  ],
  options: {
    library: { type: 'string' },
    topic: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    published: { type: 'boolean' },
    format: { type: 'string' },
    evidence: { type: 'boolean' },
    out: { type: 'string' },
    commercial: { type: 'string' },
    anyway: { type: 'string' },
    paper: { type: 'string' },
    'topic-zips': { type: 'boolean' },
    'pictures-inside': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 0,
  run: async (words, terminal) => {
    const libraryDir = libraryFolder(words, terminal);
    const format = readFormat(words);
    const wanted = readWanted(words);
    const options = readOptions(words);
    const said = readSaid(words);
    const place = resolve(terminal.folder, requireText(words, 'out', 'PLACE'));
    const report = await withLibrary(libraryDir, terminal, (library) =>
      exportTopics(library, { format, wanted, place, options, ...said }),
    );
    if (isSet(words, 'json')) terminal.print(JSON.stringify(report, null, 2));
    else for (const line of toLines(report)) terminal.print(line);
    return 0;
  },
};
