import type { TopicNode } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';

/** Every topic's title with those above it: `Community › Partnerships`, in the order of the tree. */
export const topicPaths = (tree: readonly TopicNode[]): ReadonlyMap<TopicId, string> => {
  const paths = new Map<TopicId, string>();
  // Depth first, so a parent always comes before its children.
  for (const { id, parentId, title } of tree) {
    const above = parentId === null ? undefined : paths.get(parentId);
    paths.set(id, above === undefined ? title : `${above} › ${title}`);
  }
  return paths;
};
