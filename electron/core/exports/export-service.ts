import { basename, resolve } from 'node:path';
import { stat } from 'node:fs/promises';
import type { CoreContext, Destination } from '#core/context.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { refusal } from '#core/refusal.ts';
import { formatFacts, type ExportFormat, type ExportOptions } from '#shared/contract/export-formats.ts';
import { wordsOfPictures, type ExportReport, type ProblemToMend } from '#shared/contract/exchange.ts';
import { toSlug } from '#shared/domain/slug.ts';
import type { RightsLine } from '#shared/contract/rights.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { openDownload } from './downloads.ts';
import { createExporters } from './exporters.ts';
import { fragmentWithPictures } from './fragment/fragment-files.ts';
import { gateRefusal, publishedLines } from './gate-service.ts';
import { findProblems, withoutAddress } from './problems.ts';
import { createExportMemory, type PlaceMemory } from './export-memory.ts';
import type { Publication } from './publication-types.ts';
import { createRenderFile } from './render-file.ts';
import { resolveInSlices } from './resolve-in-slices.ts';
import { createTopicStamps } from './topic-stamps.ts';
import { placeFor, writeExport, type Written } from './write-export.ts';

/** What to export and as what, where to (null: a file to download), and how to watch and stop it. */
export type ExportOrder = {
  readonly format: ExportFormat;
  /** Null: every topic marked as published. */
  readonly topicIds: readonly TopicId[] | null;
  readonly destination: Destination | null;
  readonly options?: ExportOptions;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
};

/** What other features, the command line and the handlers may ask of exporting. */
export type ExportService = {
  readonly check: (topicIds: readonly TopicId[] | null) => Promise<ProblemToMend[]>;
  /**
   * Writes topics in a format. Refuses with `conflict` what must not be published (`commercial-question`, `license-undecided`, `rights-open`, where
   * the format shows pictures) or overwritten (`folder-not-ours`); a failure or a cancel leaves the destination as it was.
   */
  readonly run: (order: ExportOrder) => Promise<ExportReport>;
  /** One topic as code with its pictures inside, to be put on the clipboard. Refuses what `run` refuses. */
  readonly fragment: (topicId: TopicId) => Promise<string>;
};

/** What is to be published, and how the credits of its pictures stand; none in a format that knows no pictures. */
type Publishable = { readonly publication: Publication; readonly lines: readonly RightsLine[] };

const publishable = async (
  context: CoreContext,
  { topicIds, format, signal }: Omit<ExportOrder, 'destination'>,
  memory: PlaceMemory | null,
): Promise<Publishable> => {
  const recalling = memory === null ? {} : { recall: memory.recall };
  const publication = await resolveInSlices(context.datastore, { topicIds, ...recalling }, signal);
  if (publication.topics.length === 0) throw refusal('conflict', 'nothing-to-publish');
  const { showsPictures, namesPictures } = formatFacts(format);
  if (!showsPictures && !namesPictures) return { publication, lines: [] };
  const lines = await publishedLines(context.datastore, publication);
  const refused = showsPictures ? await gateRefusal(context.datastore, publication, lines) : null;
  if (refused) throw refused;
  return { publication, lines };
};

/** A name for the file: the topic's slug, or the library's title, and the ending of the format. */
const fileNameOf = ({ title, topics }: Publication, format: ExportFormat): string => {
  const name = topics.length === 1 ? topics[0]?.topic.slug : toSlug(title);
  return `${name || 'site'}.${formatFacts(format).extension}`;
};

const problemsOf = async (
  reader: Reader,
  { publication, lines }: Publishable,
  format: ExportFormat,
): Promise<ExportReport['problems']> => {
  const { showsPictures, namesPictures, needsAddresses } = formatFacts(format);
  const found = showsPictures || namesPictures ? await findProblems(reader, publication, lines) : [];
  return [
    ...found
      .filter(({ kind }) => showsPictures || wordsOfPictures.has(kind))
      .map(({ imageId: _imageId, ...problem }) => problem),
    ...(needsAddresses ? withoutAddress(publication) : []),
  ];
};

const toKeptProblem = ({ path, keptAs }: Written['kept'][number]): ExportReport['problems'][number] => ({
  kind: 'kept-changed-file',
  title: path,
  details: keptAs,
});

const runExport = async (
  context: CoreContext,
  order: ExportOrder,
  memory: PlaceMemory | null,
): Promise<ExportReport> => {
  const { format, options = {}, signal, progress } = order;
  const found = await publishable(context, order, memory);
  const { publication } = found;
  const render = createRenderFile(context, signal);
  const files = await createExporters({ context, render })[format](publication, options);
  const fileName = fileNameOf(publication, format);
  const download =
    order.destination === null ? await openDownload(context, context.ids.next(), fileName) : null;
  const given = order.destination ?? download?.destination;
  if (!given) throw new Error('an export without a place to go');
  const destination = placeFor(given, format, fileName);
  const { written, kept } = await writeExport({
    context,
    format,
    publication,
    files,
    render,
    destination,
    memory,
    signal,
    progress,
  });
  const { path } = destination;
  return {
    format,
    files: written.length,
    bytes: (await stat(path)).isFile()
      ? (await stat(path)).size
      : written.reduce((sum, file) => sum + file.bytes, 0),
    place: download === null ? path : basename(path),
    download: download?.address ?? null,
    reveal: download === null ? context.host.revealTicket(path) : null,
    problems: [...(await problemsOf(context.datastore, found, format)), ...kept.map(toKeptProblem)],
  };
};

const topicCode = async (context: CoreContext, topicId: TopicId): Promise<string> => {
  const { publication } = await publishable(context, { topicIds: [topicId], format: 'fragment' }, null);
  const [topic] = publication.topics;
  if (!topic) throw refusal('conflict', 'nothing-to-publish');
  return fragmentWithPictures(publication, topic, createRenderFile(context));
};

/** The exports of the library in `context`. */
export const createExportService = (context: CoreContext): ExportService => {
  const memories = createExportMemory(createTopicStamps(context.datastore));
  return {
    fragment: (topicId) => topicCode(context, topicId),
    check: async (topicIds) => {
      const publication = await resolveInSlices(context.datastore, { topicIds });
      const lines = await publishedLines(context.datastore, publication);
      return [...(await findProblems(context.datastore, publication, lines))];
    },
    run: async (order) => {
      const { destination, format } = order;
      // Only of a folder that is exported to again and again is there something to remember.
      const memory =
        destination?.kind === 'folder' && formatFacts(format).shape === 'tree'
          ? memories.open(`${format} ${resolve(destination.path)}`, JSON.stringify(order.topicIds))
          : null;
      try {
        return await runExport(context, order, memory);
      } finally {
        memory?.release();
      }
    },
  };
};
