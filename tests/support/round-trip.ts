import { createExporters } from '#core/exports/exporters.ts';
import { dataEntries, topicPath } from '#core/exports/data/entries.ts';
import { resolvePublication } from '#core/exports/publication.ts';
import { createRenderFile } from '#core/exports/render-file.ts';
import { zipBytes } from '#core/exports/writers/zip-bytes.ts';
import type { Candidate } from '#core/imports/reader.ts';
import { requireReader } from '#core/imports/readers.ts';
import { createSource } from '#core/imports/source.ts';
import { formatFacts, type ExportFormat } from '#shared/contract/export-formats.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { TestCore } from './open-core.ts';

/** What of an entry may come back, by name. */
export const comparedFields = [
  'title',
  'url',
  'typeId',
  'summary',
  'quotedFrom',
  'creators',
  'publisher',
  'publishedOn',
  'addedOn',
  'modifiedOn',
  'checkedOn',
  'language',
  'subjects',
  'identifiers',
  'audience',
  'accessNote',
  'rights',
  'otherFields',
  'topic',
  'section',
  'order',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** One entry as it went out, or as it came back. */
type Entry = Readonly<Record<string, unknown>>;

const sent = (core: TestCore, topicIds: readonly TopicId[]): readonly Entry[] =>
  dataEntries(resolvePublication(core.context.datastore, topicIds)).map(({ topic, section, entry }) => ({
    ...entry.resource,
    summary: entry.summary,
    quotedFrom: entry.quotedFrom,
    topic: topicPath(topic),
    section: section.title,
  }));

const received = ({ fields, path, section }: Candidate): Entry => ({ ...fields, topic: path, section });

/** The bytes of a format: its one file, or all of them in a ZIP. */
const bytesOf = async (core: TestCore, format: ExportFormat, topicIds: readonly TopicId[]) => {
  const publication = resolvePublication(core.context.datastore, topicIds);
  const render = createRenderFile(core.context);
  const files = await createExporters({ context: core.context, render })[format](publication, {});
  const [only] = files;
  return formatFacts(format).shape === 'file' && only
    ? render(only)
    : zipBytes(files, render, publication.updatedAt);
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

// Formats that have no folders beside sections write a section as the last folder of a path.
const standsIn = (came: Entry, went: Entry, field: 'topic' | 'section'): boolean => {
  const places = [...(came['topic'] as string[]), came['section']].filter(Boolean);
  const wanted = went[field];
  return Array.isArray(wanted) ? wanted.every((title, at) => places[at] === title) : places.at(-1) === wanted;
};

const holds = (field: ComparedField, went: readonly Entry[], came: readonly Entry[]): boolean => {
  if (field === 'order')
    return isSame(
      came.map(({ title }) => title),
      went.map(({ title }) => title),
    );
  return went.every((entry) => {
    const back = came.find(({ title }) => title === entry['title']);
    if (back === undefined) return false;
    if (field === 'topic' || field === 'section') return standsIn(back, entry, field);
    // Where a format has no place for the source of a quotation, the summary says it in words.
    if (
      field === 'summary' &&
      entry['quotedFrom'] !== null &&
      !isSame(back['quotedFrom'], entry['quotedFrom'])
    )
      return String(back['summary']).includes(String(entry['summary']));
    return isSame(back[field], entry[field]);
  });
};

/** Exports topics, reads the result with the importers, and says which fields came back equal in every entry. */
export const roundTrip = async (
  core: TestCore,
  format: ExportFormat,
  topicIds: readonly TopicId[],
): Promise<ReadonlySet<ComparedField>> => {
  const bytes = await bytesOf(core, format, topicIds);
  const source = createSource(`export.${formatFacts(format).extension}`, bytes);
  const reading = await requireReader(source).read(source, {
    choices: { answers: {}, columns: {}, headerRow: null },
    types: Object.values(core.context.datastore.tables.resourceTypes),
    pace: async () => undefined,
  });
  const went = sent(core, topicIds);
  const came = reading.candidates.map(received);
  return new Set(comparedFields.filter((field) => holds(field, went, came)));
};
