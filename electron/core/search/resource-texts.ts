import type { Reader } from '#core/datastore/datastore.ts';
import { searchFields, type SearchField } from '#shared/domain/search/search-query.ts';
import type { Image } from '#shared/model/image.ts';
import type { Placement, Resource } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';

/** What belongs to a resource in other tables. */
export type ResourceContext = {
  readonly placements: readonly Placement[];
  /** Each topic once, by title. */
  readonly topics: readonly Topic[];
  readonly image: Image | null;
  /** The name of a type of the library's own; a built-in one is known by its id, in any language. */
  readonly typeName: string;
};

/** Looks up what belongs to a resource. */
export const contextOf = (reader: Reader, resource: Resource): ResourceContext => {
  const placements: Placement[] = [];
  const topics: Topic[] = [];
  for (const id of reader.placementsOfResource(resource.id)) {
    const placement = reader.tables.placements[id];
    const topic = placement && reader.tables.topics[placement.topicId];
    if (placement) placements.push(placement);
    if (topic && !topics.includes(topic)) topics.push(topic);
  }
  return {
    placements,
    topics: topics.length < 2 ? topics : topics.toSorted((a, b) => (a.title < b.title ? -1 : 1)),
    image: resource.imageId === null ? null : (reader.tables.images[resource.imageId] ?? null),
    typeName: reader.tables.resourceTypes[resource.typeId]?.name ?? resource.typeId,
  };
};

const lines = (items: readonly (string | null)[]): string => {
  let text = '';
  for (const item of items) if (item) text = text === '' ? item : `${text}\n${item}`;
  return text;
};

const creditText = ({ image }: ResourceContext): string =>
  image === null
    ? ''
    : lines([
        image.credit.title,
        image.credit.creator,
        image.credit.copyrightNotice,
        image.credit.creditLine,
        image.alt,
      ]);

const readers: Readonly<
  Record<SearchField, (resource: Resource, context: ResourceContext, reader: Reader) => string>
> = {
  title: ({ title }) => title,
  summary: ({ summary, quotedFrom }, { placements }) =>
    lines([summary, ...placements.map((placement) => placement.summary), quotedFrom?.source ?? null]),
  creator: ({ creators }) => lines(creators),
  subject: ({ subjects }) => lines(subjects),
  publisher: ({ publisher }) => publisher ?? '',
  url: ({ url, identifiers }) =>
    lines([url?.replace(/^https?:\/\//i, '') ?? null, ...identifiers.map(({ value }) => value)]),
  credit: (_resource, context) => creditText(context),
  topic: (_resource, { topics }) => lines(topics.map(({ title }) => title)),
};

/** The text of one field as it is searched; items of a list on lines of their own. */
export const textOf = (reader: Reader, resource: Resource, field: SearchField): string =>
  readers[field](resource, contextOf(reader, resource), reader);

/** The text of each of `searchFields`, in their order. */
export const textsOf = (reader: Reader, resource: Resource, context: ResourceContext): string[] =>
  searchFields.map((field) => readers[field](resource, context, reader));
