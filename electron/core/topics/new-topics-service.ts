import type { CoreContext } from '#core/context.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { putOp } from '#core/datastore/ops.ts';
import { toSlug, uniqueSlug } from '#shared/domain/slug.ts';
import type { Op } from '#shared/model/change.ts';
import { topicIdSchema, type TopicId } from '#shared/model/ids.ts';
import type { Section, Topic } from '#shared/model/topic.ts';
import { insertAt } from './insertion.ts';
import { movedTopicOps } from './topic-service.ts';
import { siblingTopics } from './tree-service.ts';

/** A topic to be made. `parent`: one that is there (its id), another of the same list (its index), or the top. */
export type NewTopic = {
  readonly title: string;
  readonly parent: TopicId | number | null;
  readonly sections: readonly Section[];
} & Partial<Pick<Topic, 'description' | 'status' | 'language'>>;

type Needs = Pick<CoreContext, 'clock' | 'ids'>;

const byParent = (topics: readonly NewTopic[]): Map<NewTopic['parent'], number[]> => {
  const groups = new Map<NewTopic['parent'], number[]>();
  topics.forEach(({ parent }, index) => {
    groups.set(parent, [...(groups.get(parent) ?? []), index]);
  });
  return groups;
};

/**
 * The ops that make many topics in one change, each last among its siblings in the order given. A parent stands before
 * its children in the list.
 */
export const newTopicsOps = (
  reader: Reader,
  { clock, ids }: Needs,
  topics: readonly NewTopic[],
): { readonly topics: readonly Topic[]; readonly ops: readonly Op[] } => {
  const now = clock.now();
  const taken = new Set(Object.values(reader.tables.topics).map(({ slug }) => slug));
  const topicIds = topics.map(() => topicIdSchema.parse(ids.next()));
  const positions = new Map<number, string>();
  const moves: Op[] = [];
  for (const [parent, indexes] of byParent(topics)) {
    const siblings = typeof parent === 'number' ? [] : siblingTopics(reader, parent);
    const room = insertAt(siblings, siblings.length, indexes.length);
    moves.push(...movedTopicOps(siblings, room.moved));
    indexes.forEach((index, at) => positions.set(index, room.positions[at] ?? ''));
  }
  const made = topics.map(
    ({ title, parent, sections, description = '', status = 'draft', language = null }, index) => {
      const slug = uniqueSlug(toSlug(title), taken);
      taken.add(slug);
      return {
        id: topicIds[index] as TopicId,
        title,
        slug,
        parentId: typeof parent === 'number' ? (topicIds[parent] ?? null) : parent,
        position: positions.get(index) ?? '',
        description,
        hero: null,
        sections: [...sections],
        status,
        language,
        owner: null,
        reviewBy: null,
        formerSlugs: [],
        theme: null,
        textLicenseId: null,
        commercialUse: null,
        createdAt: now,
        updatedAt: now,
      } satisfies Topic;
    },
  );
  return { topics: made, ops: [...moves, ...made.map((topic) => putOp('topics', topic))] };
};
