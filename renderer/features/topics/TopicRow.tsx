import { ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { Button as AriaButton, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { focusRow } from '#renderer/app/focus-row.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { InlineText } from '#renderer/ui/InlineText.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { TopicNode } from '#shared/contract/views.ts';
import styles from './Navigator.module.css';
import type { TopicBranch } from './topic-tree.ts';

const menuIds = ['topic.rename', 'topic.create-inside', 'topic.move-to', '-', 'topic.remove'];

const TopicTitle = ({ topic }: { readonly topic: TopicNode }) => {
  const t = useT();
  const { isRenaming, setNavigator, mutate } = useApp((state) => ({
    isRenaming: state.renaming === topic.id,
    setNavigator: state.setNavigator,
    mutate: state.mutate,
  }));
  if (!isRenaming) return <span className={styles.topicTitle}>{topic.title}</span>;
  return (
    <InlineText
      startEditing
      value={topic.title}
      label={t('topic.title')}
      onCommit={(title) => void mutate('topics.update', { topicId: topic.id, patch: { title } })}
      onDone={() => {
        setNavigator({ renaming: null });
        focusRow('navigator', topic.id);
      }}
      className={styles.rename}
    />
  );
};

const TopicMenu = ({ topic }: { readonly topic: TopicNode }) => {
  const t = useT();
  const store = useAppStore();
  return (
    <Menu
      label={t('topic.menu', { title: topic.title })}
      onOpen={() => void store.getState().openTopic(topic.id)}
      entries={() => menuEntries(store, t, menuIds)}
    >
      <IconButton
        icon={Ellipsis}
        size="small"
        label={t('topic.menu', { title: topic.title })}
        className={styles.onHover}
      />
    </Menu>
  );
};

/** A line of the topic tree, with the lines below it. */
export const TopicRow = ({ branch }: { readonly branch: TopicBranch }) => {
  const t = useT();
  const { topic, children } = branch;
  const openDrawer = useApp((state) => state.openDrawer);
  return (
    <TreeItem
      id={topic.id}
      textValue={topic.title}
      // In a narrow window the tree lies over the board: choosing by hand shows the board, passing by arrows does not.
      onPress={() => openDrawer(null)}
      className={cx(styles.row)}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className={styles.rowContent} style={{ paddingInlineStart: `${(level - 1) * 0.875}rem` }}>
            <AriaButton
              slot="drag"
              className={cx(styles.grip)}
              aria-label={t('topic.drag', { title: topic.title })}
            >
              <Icon of={GripVertical} size={14} />
            </AriaButton>
            {hasChildItems ? (
              <AriaButton slot="chevron" className={cx(styles.chevron, isExpanded && styles.open)}>
                <Icon of={ChevronRight} size={14} />
              </AriaButton>
            ) : (
              <span className={styles.chevron} />
            )}
            <TopicTitle topic={topic} />
            {topic.status === 'draft' ? (
              <span className={styles.draft}>{t('topic.status.draft')}</span>
            ) : null}
            <span className={styles.count}>
              <span aria-hidden>{topic.resourceCount}</span>
              <span className={styles.hidden}>{t('topic.resources', { count: topic.resourceCount })}</span>
            </span>
            <TopicMenu topic={topic} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={children.map((child) => ({ ...child, id: child.topic.id }))}>
        {(child) => <TopicRow branch={child} />}
      </Collection>
    </TreeItem>
  );
};
