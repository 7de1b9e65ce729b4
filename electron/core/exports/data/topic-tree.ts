import type { Publication, PublishedTopic } from '../publication-types.ts';

/** The topics at the top of the published tree. */
export const topTopics = ({ topics }: Publication): readonly PublishedTopic[] =>
  topics.filter(({ path }) => path.length === 0);

/** The published topics below one. */
export const topicsBelow = (
  { topics }: Publication,
  { children }: PublishedTopic,
): readonly PublishedTopic[] => children.flatMap(({ id }) => topics.filter(({ topic }) => topic.id === id));
