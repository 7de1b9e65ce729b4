import type { Reader } from '#core/datastore/datastore.ts';
import { ancestors, readTree } from '#core/topics/tree-service.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ImageId, TopicId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import type { Topic } from '#shared/model/topic.ts';
import { recallNothing, type Recall } from './publication-memory.ts';
import { resolveSections } from './publication-sections.ts';
import type {
  ImageUse,
  Publication,
  PublishedHero,
  PublishedImage,
  PublishedTopic,
  TopicLink,
} from './publication-types.ts';
import { mayShowCropped } from './site/credit.ts';

const earliest: Instant = '1970-01-01T00:00:00.000Z';
const latest = (instants: readonly Instant[]): Instant =>
  instants.reduce((newest, instant) => (instant > newest ? instant : newest), earliest);

const toLink = (topic: Topic): TopicLink => ({ id: topic.id, title: topic.title, slug: topic.slug });

const resolveHero = (reader: Reader, topic: Topic): PublishedHero | null => {
  const image = topic.hero === null ? undefined : reader.tables.images[topic.hero.imageId];
  if (!topic.hero || !image) return null;
  return { image, focalPoint: mayShowCropped(image) ? topic.hero.focalPoint : null };
};

type Tree = {
  readonly path: (topic: Topic) => readonly Topic[];
  readonly children: (topic: Topic) => readonly Topic[];
};

/** The tree of the published topics alone: what is left out of it is bridged. */
const publishedTree = (reader: Reader, included: readonly Topic[]): Tree => {
  const isIncluded = new Set(included.map(({ id }) => id));
  const path = (topic: Topic) => ancestors(reader, topic).filter(({ id }) => isIncluded.has(id));
  const below = Map.groupBy(included, (topic) => path(topic).at(-1)?.id);
  return { path, children: (topic) => below.get(topic.id) ?? [] };
};

const resolveTopic = (reader: Reader, topic: Topic, tree: Tree): PublishedTopic => {
  const sections = resolveSections(reader, topic);
  const entries = sections.flatMap((section) => [...section.entries, ...section.more]);
  const library = reader.require('library', 'library');
  return {
    topic,
    language: topic.language ?? library.language,
    textLicenseId: topic.textLicenseId ?? library.textLicenseId,
    hero: resolveHero(reader, topic),
    sections,
    path: tree.path(topic).map(toLink),
    children: tree.children(topic).map(toLink),
    resourceCount: new Set(entries.map((entry) => entry.resourceId)).size,
    updatedAt: latest([topic.updatedAt, ...entries.map(({ resource }) => resource.updatedAt)]),
  };
};

/** All records that a topic's part of a publication is made of. */
const topicInputs = (reader: Reader, topic: Topic, tree: Tree): readonly unknown[] => {
  const { images, resourceTypes, library } = reader.tables;
  const inputs: unknown[] = [topic, library['library'], topic.hero && images[topic.hero.imageId]];
  for (const id of reader.placementsInTopic(topic.id)) {
    const placement = reader.require('placements', id);
    const resource = reader.require('resources', placement.resourceId);
    inputs.push(placement, resource, resourceTypes[resource.typeId]);
    if (resource.imageId !== null) inputs.push(images[resource.imageId]);
  }
  return [...inputs, 'path', ...tree.path(topic), 'children', ...tree.children(topic)];
};

type Use = { readonly image: Image; readonly cropped: boolean; readonly use: ImageUse };

const findUses = ({ topic, hero, sections }: PublishedTopic): readonly Use[] => {
  const link = toLink(topic);
  const entries = sections.flatMap((section) => [...section.entries, ...section.more]);
  return [
    ...(hero === null
      ? []
      : [
          {
            image: hero.image,
            cropped: hero.focalPoint !== null,
            use: { kind: 'hero', title: topic.title, topic: link } as const,
          },
        ]),
    ...entries.flatMap(({ image, resource }) =>
      image === null
        ? []
        : [{ image, cropped: false, use: { kind: 'resource', title: resource.title, topic: link } as const }],
    ),
  ];
};

const logoUse = (logo: Image, institution: string): Use => ({
  image: logo,
  cropped: false,
  use: { kind: 'logo', title: institution, topic: null },
});

const inTopic = new WeakMap<PublishedTopic, readonly Use[]>();

/** The pictures of a topic, known as long as everything about it is the same. */
const usesIn = (published: PublishedTopic): readonly Use[] => {
  const uses = inTopic.get(published) ?? findUses(published);
  inTopic.set(published, uses);
  return uses;
};

/** A picture while its uses are being collected. */
type Collected = { readonly image: Image; cropped: boolean; readonly uses: Map<string, ImageUse> };

const useKey = ({ kind, title, topic }: ImageUse): string => `${kind} ${topic?.id} ${title}`;

const collect = (images: Map<ImageId, Collected>, { image, cropped, use }: Use): void => {
  const known = images.get(image.id) ?? { image, cropped: false, uses: new Map<string, ImageUse>() };
  known.cropped ||= cropped;
  const key = useKey(use);
  if (!known.uses.has(key)) known.uses.set(key, use);
  images.set(image.id, known);
};

/** How many pictures are gone through between two steps. */
const few = 256;

/** Which topics to publish, and what may be taken from the time before. */
export type PublicationOrder = {
  /** Null: every topic marked as published. */
  readonly topicIds: readonly TopicId[] | null;
  readonly recall?: Recall<PublishedTopic>;
};

const includedTopics = (reader: Reader, topicIds: readonly TopicId[] | null): readonly Topic[] => {
  const asked = topicIds === null ? null : new Set(topicIds.map((id) => reader.require('topics', id).id));
  return readTree(reader)
    .filter(({ id, status }) => (asked === null ? status === 'published' : asked.has(id)))
    .map(({ id }) => reader.require('topics', id));
};

/** The same as `resolvePublication`, topic by topic, so that whoever drives it can let others have their turn. */
export function* resolveSteps(
  reader: Reader,
  { topicIds, recall = recallNothing }: PublicationOrder,
): Generator<void, Publication> {
  const library = reader.require('library', 'library');
  const included = includedTopics(reader, topicIds);
  const tree = publishedTree(reader, included);
  const topics: PublishedTopic[] = [];
  const collected = new Map<ImageId, Collected>();
  for (const topic of included) {
    const published = recall(
      topic.id,
      () => topicInputs(reader, topic, tree),
      () => resolveTopic(reader, topic, tree),
    );
    topics.push(published);
    for (const use of usesIn(published)) collect(collected, use);
    yield;
  }
  const logo = library.logoImageId === null ? null : (reader.tables.images[library.logoImageId] ?? null);
  if (logo) collect(collected, logoUse(logo, library.institution || library.title));
  const images = new Map<ImageId, PublishedImage>();
  for (const [id, { image, cropped, uses }] of collected) {
    images.set(id, { image, cropped, uses: [...uses.values()] });
    if (images.size % few === 0) yield;
  }
  return {
    title: library.title,
    institution: library.institution,
    language: library.language,
    theme: library.theme,
    accent: library.accent,
    logo,
    textLicenseId: library.textLicenseId,
    updatedAt: latest(topics.map((topic) => topic.updatedAt)),
    topics,
    images,
  };
}

/** Resolves in one go, with what may be taken from the time before. */
export const resolveAtOnce = (reader: Reader, order: PublicationOrder): Publication => {
  const steps = resolveSteps(reader, order);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/**
 * Resolves what is to be published: the topics named, drafts too, or with `null` every topic marked as published.
 * Where a topic's parent stays unpublished, the topic hangs below the nearest ancestor that is. Throws `not-found` for
 * an id that names no topic.
 */
export const resolvePublication = (reader: Reader, topicIds: readonly TopicId[] | null): Publication =>
  resolveAtOnce(reader, { topicIds });
