import type { TopicNode } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';

/** A line of the tree as it is unfolded now. */
export type TreeRow = {
  readonly topic: TopicNode;
  /** From 1 at the top. */
  readonly level: number;
  readonly hasChildren: boolean;
  readonly isFolded: boolean;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
};

/** The lines that show while these topics are folded, depth first. */
export const treeRows = (tree: readonly TopicNode[], folded: ReadonlySet<TopicId>): readonly TreeRow[] => {
  const byParent = Map.groupBy(tree, (topic) => topic.parentId);
  const rows: TreeRow[] = [];
  const walk = (parentId: TopicId | null, level: number) => {
    const siblings = byParent.get(parentId) ?? [];
    for (const [index, topic] of siblings.entries()) {
      const hasChildren = byParent.has(topic.id);
      const isFolded = hasChildren && folded.has(topic.id);
      rows.push({ topic, level, hasChildren, isFolded, position: index + 1, siblings: siblings.length });
      if (hasChildren && !isFolded) walk(topic.id, level + 1);
    }
  };
  walk(null, 1);
  return rows;
};
