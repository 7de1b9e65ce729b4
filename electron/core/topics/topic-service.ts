import { isDeepStrictEqual } from 'node:util';
import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { editOps, putOp } from '#core/datastore/ops.ts';
import { refusal } from '#core/refusal.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import { isSlugOf, toSlug, uniqueSlug } from '#shared/domain/slug.ts';
import type { ChangeLabel, Op } from '#shared/model/change.ts';
import type { Instant } from '#shared/model/dates.ts';
import { sectionIdSchema, topicIdSchema, type TopicId } from '#shared/model/ids.ts';
import type { Section, Slug, Topic } from '#shared/model/topic.ts';
import { insertAt } from './insertion.ts';
import { ancestors, siblingTopics } from './tree-service.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;
type TopicPatch = ParsedInputOf<'topics.update'>['patch'];

/** The title of the live section that every new topic begins with. */
export const firstSectionTitle = 'Most recently added';

/** The ops that note that a topic, or what stands in it, changed at this moment. */
export const touchTopic = (reader: Reader, topicId: TopicId, at: Instant): Op[] =>
  editOps('topics', reader.require('topics', topicId), { updatedAt: at });

const slugsBut = (reader: Reader, topicId: TopicId | null): ReadonlySet<string> =>
  new Set(Object.values(reader.tables.topics).flatMap(({ id, slug }) => (id === topicId ? [] : [slug])));

/** A live section that shows everything, newest addition first. */
export const newLiveSection = (ids: CoreContext['ids'], title = firstSectionTitle): Section => ({
  id: sectionIdSchema.parse(ids.next()),
  kind: 'live',
  title,
  description: '',
  sortBy: 'added',
  limit: null,
});

/** The ops that make a topic, last among its siblings, with a slug from its title. */
export const newTopicOps = (
  reader: Reader,
  { clock, ids }: Pick<CoreContext, 'clock' | 'ids'>,
  fields: {
    readonly title: string;
    readonly parentId: TopicId | null;
    readonly sections: readonly Section[];
  },
): { readonly topic: Topic; readonly ops: readonly Op[] } => {
  if (fields.parentId !== null) reader.require('topics', fields.parentId);
  const siblings = siblingTopics(reader, fields.parentId);
  const { positions, moved } = insertAt(siblings, siblings.length, 1);
  const now = clock.now();
  const topic: Topic = {
    id: topicIdSchema.parse(ids.next()),
    title: fields.title,
    slug: uniqueSlug(toSlug(fields.title), slugsBut(reader, null)),
    parentId: fields.parentId,
    position: positions[0] ?? '',
    description: '',
    hero: null,
    sections: [...fields.sections],
    status: 'draft',
    language: null,
    owner: null,
    reviewBy: null,
    formerSlugs: [],
    theme: null,
    textLicenseId: null,
    commercialUse: null,
    createdAt: now,
    updatedAt: now,
  };
  return { topic, ops: [...movedTopicOps(siblings, moved), putOp('topics', topic)] };
};

/** The ops that give topics the new positions an insertion asks for. */
export const movedTopicOps = (siblings: readonly Topic[], moved: ReadonlyMap<string, string>): Op[] =>
  siblings.flatMap((topic) => {
    const position = moved.get(topic.id);
    return position === undefined ? [] : editOps('topics', topic, { position });
  });

/** Makes a topic and answers its id. */
export const createTopic = async (
  needs: Needs,
  { title, parentId }: ParsedInputOf<'topics.create'>,
): Promise<{ topicId: TopicId }> => {
  const sections = [newLiveSection(needs.ids)];
  let topicId: TopicId | null = null;
  await needs.datastore.commit(changeLabel('topic.create', { title }), (reader) => {
    const { topic, ops } = newTopicOps(reader, needs, { title, parentId, sections });
    topicId = topic.id;
    return ops;
  });
  return { topicId: topicIdSchema.parse(topicId) };
};

/**
 * The slug after an edit: the one asked for; else, while the topic is a draft and nobody chose its slug, the one of
 * its new title; else the one it has, so that published addresses stay.
 */
const slugAfter = (reader: Reader, topic: Topic, patch: TopicPatch): Slug => {
  const taken = slugsBut(reader, topic.id);
  if (patch.slug !== undefined) {
    if (taken.has(patch.slug)) throw refusal('conflict', 'slug-taken', { slug: patch.slug });
    return patch.slug;
  }
  const follows = patch.title !== undefined && topic.status === 'draft' && isSlugOf(topic.slug, topic.title);
  return follows ? uniqueSlug(toSlug(patch.title ?? topic.title), taken) : topic.slug;
};

const mostFormerSlugs = 100;

/** The old address of a topic that was published is remembered, so that exports send readers on from it. */
const formerSlugsAfter = (topic: Topic, slug: Slug): Partial<Topic> => {
  if (slug === topic.slug) return {};
  const others = topic.formerSlugs.filter((former) => former !== slug && former !== topic.slug);
  const kept = topic.status === 'published' ? [...others, topic.slug] : others;
  return { formerSlugs: kept.slice(-mostFormerSlugs) };
};

const heroLabel = (topic: Topic, { hero }: TopicPatch): string => {
  if (hero === null) return 'topic.hero-remove';
  return hero?.imageId === topic.hero?.imageId ? 'topic.focal-point' : 'topic.hero';
};

const updateLabel = (topic: Topic, patch: TopicPatch): ChangeLabel => {
  const fields = Object.keys(patch);
  const title = patch.title ?? topic.title;
  if (fields.length !== 1) return changeLabel('topic.update', { title });
  if (patch.title !== undefined) return changeLabel('topic.rename', { title });
  if (patch.description !== undefined) return changeLabel('topic.describe', { title });
  if (patch.hero !== undefined) return changeLabel(heroLabel(topic, patch), { title });
  if (patch.status !== undefined) {
    return changeLabel(patch.status === 'published' ? 'topic.publish' : 'topic.unpublish', { title });
  }
  return changeLabel('topic.update', { title });
};

/** A new focal point crops. A picture whose license forbids that is refused one, with the reason and a way on. */
const checkCrop = (reader: Reader, topic: Topic, { hero }: TopicPatch): void => {
  if (!hero) return;
  const { credit, fileName } = reader.require('images', hero.imageId);
  const isAsBefore =
    hero.imageId === topic.hero?.imageId && isDeepStrictEqual(hero.focalPoint, topic.hero.focalPoint);
  const license = licenseById(credit.licenseId);
  if (hero.focalPoint === null || isAsBefore || license === null || mayCrop(license).allowed) return;
  throw refusal('conflict', 'crop-refused', {
    picture: credit.title || fileName,
    license: license.shortName,
  });
};

/**
 * Edits fields of a topic. `conflict` with reason `slug-taken` when another topic has that address, `crop-refused` for a focal
 * point that a license forbids.
 */
export const updateTopic = async (
  { datastore, clock }: Needs,
  { topicId, patch }: ParsedInputOf<'topics.update'>,
): Promise<void> => {
  const label = updateLabel(datastore.require('topics', topicId), patch);
  await datastore.commit(label, (reader) => {
    const topic = reader.require('topics', topicId);
    checkCrop(reader, topic, patch);
    const slug = slugAfter(reader, topic, patch);
    const fields = { ...patch, slug, ...formerSlugsAfter(topic, slug) } as Partial<Topic>;
    return editOps('topics', topic, fields).length === 0
      ? []
      : editOps('topics', topic, { ...fields, updatedAt: clock.now() });
  });
};

const checkParent = (reader: Reader, topic: Topic, parentId: TopicId | null): void => {
  if (parentId === null) return;
  const parent = reader.require('topics', parentId);
  if ([parent, ...ancestors(reader, parent)].some(({ id }) => id === topic.id)) {
    throw refusal('conflict', 'topic-below-itself', { title: topic.title });
  }
};

/** Moves a topic in the tree. `conflict` with reason `topic-below-itself` when it would stand inside itself. */
export const moveTopic = async (
  { datastore, clock }: Needs,
  { topicId, parentId, beforeId }: ParsedInputOf<'topics.move'>,
): Promise<void> => {
  const { title } = datastore.require('topics', topicId);
  await datastore.commit(changeLabel('topic.move', { title }), (reader) => {
    const topic = reader.require('topics', topicId);
    checkParent(reader, topic, parentId);
    if (beforeId === topicId) return [];
    const all = siblingTopics(reader, parentId);
    const siblings = all.filter(({ id }) => id !== topicId);
    const index = beforeId === null ? siblings.length : siblings.findIndex(({ id }) => id === beforeId);
    if (index < 0) throw refusal('conflict', 'place-gone');
    if (topic.parentId === parentId && all.findIndex(({ id }) => id === topicId) === index) return [];
    const { positions, moved } = insertAt(siblings, index, 1);
    return [
      ...movedTopicOps(siblings, moved),
      ...editOps('topics', topic, {
        parentId,
        position: positions[0] ?? topic.position,
        updatedAt: clock.now(),
      }),
    ];
  });
};
