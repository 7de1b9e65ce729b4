import type { TopicNode } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';

/** A topic's title with those above it: `Community › Partnerships`. */
export const topicPath = (tree: readonly TopicNode[], topicId: TopicId): string => {
  const titles: string[] = [];
  let topic = tree.find((each) => each.id === topicId);
  while (topic) {
    titles.unshift(topic.title);
    const { parentId } = topic;
    topic = tree.find((each) => each.id === parentId);
  }
  return titles.join(' › ');
};
