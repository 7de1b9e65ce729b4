import type { Placement } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import type { ShareRecords } from '../share-records.ts';
import type { Three } from './conflict.ts';

type Topics = Readonly<Record<string, Topic>>;
type Placements = Readonly<Record<string, Placement>>;

/** A resource stands in a topic once. Where both sides put it there, the older entry stays, with a summary if it has none. */
const withoutDoubles = (placements: Placements): Placements => {
  const kept = new Map<string, Placement>();
  for (const placement of Object.values(placements).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const place = `${placement.topicId} ${placement.resourceId}`;
    const older = kept.get(place);
    kept.set(
      place,
      older === undefined ? placement : { ...older, summary: older.summary ?? placement.summary },
    );
  }
  return Object.fromEntries([...kept.values()].map((placement) => [placement.id, placement]));
};

const sectionsOf = (records: ShareRecords, topicId: string): Topic['sections'] =>
  records.topics[topicId]?.sections ?? [];

/** A section that one side took away while the other put something into it comes back, at the end. */
const withNeededSections = (
  topics: Topics,
  placements: Placements,
  { ours, theirs }: Three<ShareRecords>,
): Topics =>
  Object.fromEntries(
    Object.entries(topics).map(([id, topic]) => {
      const present = new Set<string>(topic.sections.map((section) => section.id));
      const needed = new Set<string>(
        Object.values(placements)
          .filter(({ topicId, sectionId }) => topicId === id && !present.has(sectionId))
          .map(({ sectionId }) => sectionId),
      );
      const found = [...sectionsOf(ours, id), ...sectionsOf(theirs, id)].filter((section) =>
        needed.has(section.id),
      );
      const back = [...new Map(found.map((section) => [section.id, section])).values()].toSorted((a, b) =>
        a.id < b.id ? -1 : 1,
      );
      return [id, back.length === 0 ? topic : { ...topic, sections: [...topic.sections, ...back] }];
    }),
  );

const isAbove = (topics: ReadonlyMap<string, Topic>, id: string): boolean => {
  const seen = new Set<string>();
  for (let parent = topics.get(id)?.parentId ?? null; parent !== null;) {
    if (parent === id) return true;
    if (seen.has(parent)) return false;
    seen.add(parent);
    parent = topics.get(parent)?.parentId ?? null;
  }
  return false;
};

/** Each side may put one of two topics below the other: then the older of them goes back to where it was. */
const withoutCircles = (topics: Topics, { base }: Three<ShareRecords>): Topics => {
  const mended = new Map(Object.entries(topics));
  for (const id of [...mended.keys()].toSorted()) {
    const topic = mended.get(id);
    if (topic === undefined || !isAbove(mended, id)) continue;
    const { parentId = null, position = topic.position } = base.topics[id] ?? {};
    mended.set(id, { ...topic, parentId, position });
    if (isAbove(mended, id)) mended.set(id, { ...topic, parentId: null, position });
  }
  return Object.fromEntries(mended);
};

/** Makes merged records whole again where two changes that are fine on their own do not go together. */
export const mend = (records: ShareRecords, states: Three<ShareRecords>): ShareRecords => {
  const placements = withoutDoubles(records.placements);
  const topics = withoutCircles(withNeededSections(records.topics, placements, states), states);
  return { ...records, topics, placements };
};
