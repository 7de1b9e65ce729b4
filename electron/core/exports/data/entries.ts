import type { Publication, PublishedEntry, PublishedSection, PublishedTopic } from '../publication-types.ts';

/** A resource where it stands: data formats hold one record for each of these. */
export type DataEntry = {
  readonly topic: PublishedTopic;
  readonly section: PublishedSection;
  readonly entry: PublishedEntry;
};

const allOf = ({ entries, more }: PublishedSection): readonly PublishedEntry[] => [...entries, ...more];

/**
 * The entries of a topic by section, each once: a live section shows what stands in curated ones too, so it holds here
 * only what stands nowhere else.
 */
export const sectionsOnce = ({ sections }: PublishedTopic): readonly PublishedSection[] => {
  const curated = sections.filter(({ sortBy }) => sortBy === null).flatMap(allOf);
  const claimed = new Set(curated.map(({ placementId }) => placementId));
  return sections.map((section) => {
    if (section.sortBy === null) return section;
    const own = allOf(section).filter(({ placementId }) => !claimed.has(placementId));
    for (const { placementId } of own) claimed.add(placementId);
    return { ...section, entries: own, more: [] };
  });
};

/** Every entry of a publication in reading order, each once in its topic. */
export const dataEntries = ({ topics }: Publication): readonly DataEntry[] =>
  topics.flatMap((topic) =>
    sectionsOnce(topic).flatMap((section) => allOf(section).map((entry) => ({ topic, section, entry }))),
  );

/** Titles from the top of the published tree down to the topic itself. */
export const topicPath = ({ path, topic }: PublishedTopic): readonly string[] => [
  ...path.map(({ title }) => title),
  topic.title,
];
