import { useMemo, useState } from 'react';
import { Tree, type Key } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { TopicNode } from '#shared/contract/views.ts';
import styles from './Navigator.module.css';
import { toBranches } from './topic-tree.ts';
import { TopicRow } from './TopicRow.tsx';
import { useTopicDrag } from './use-topic-drag.ts';

/** The topics as a tree. Everything is unfolded until somebody folds it; choosing a topic opens its board. */
export const TopicTree = ({ tree }: { readonly tree: readonly TopicNode[] }) => {
  const t = useT();
  const { topicId, openTopic } = useApp(({ topicId, openTopic }) => ({ topicId, openTopic }));
  const [folded, setFolded] = useState<ReadonlySet<Key>>(new Set());
  const branches = useMemo(
    () => toBranches(tree).map((branch) => ({ ...branch, id: branch.topic.id })),
    [tree],
  );
  const unfolded = useMemo(
    () => tree.map((topic) => topic.id).filter((id) => !folded.has(id)),
    [tree, folded],
  );

  return (
    <div>
      <Tree
        aria-label={t('topic.tree')}
        items={branches}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        // One topic is always chosen: Escape is for what the tree stands in, the drawer of a narrow window.
        escapeKeyBehavior="none"
        keyboardNavigationBehavior="tab"
        selectedKeys={topicId ? [topicId] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          const topic = tree.find((each) => each.id === key);
          if (topic) void openTopic(topic.id);
        }}
        expandedKeys={unfolded}
        onExpandedChange={(keys) =>
          setFolded(new Set(tree.map((each) => each.id).filter((id) => !keys.has(id))))
        }
        dragAndDropHooks={useTopicDrag()}
        className={cx(styles.tree)}
      >
        {(branch) => <TopicRow branch={branch} />}
      </Tree>
    </div>
  );
};
