import { ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { focusRow } from '#renderer/app/focus-row.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { InlineText } from '#renderer/ui/InlineText.tsx';
import type { TopicNode } from '#shared/contract/views.ts';
import styles from './Navigator.module.css';
import type { TreeRow } from './tree-rows.ts';

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

/** What a line of the tree does with `data-do`: the tree hears clicks for all its lines. */
export type TopicDeed = 'move' | 'menu' | 'fold';

type TopicRowProps = { readonly row: TreeRow; readonly isCurrent: boolean };

/** A line of the topic tree. Plain elements, since a large tree draws many of them while it is scrolled. */
export const TopicRow = ({ row, isCurrent }: TopicRowProps) => {
  const t = useT();
  const { topic, level, hasChildren, isFolded } = row;
  const { title } = topic;
  const reach = isCurrent ? 0 : -1;
  return (
    <div className={styles.rowContent} style={{ paddingInlineStart: `${(level - 1) * 0.875}rem` }}>
      <button
        type="button"
        data-do={'move' satisfies TopicDeed}
        tabIndex={reach}
        title={t('topic.drag', { title })}
        aria-label={t('topic.drag', { title })}
        className={styles.grip}
      >
        <Icon of={GripVertical} size={14} />
      </button>
      {hasChildren ? (
        <button
          type="button"
          data-do={'fold' satisfies TopicDeed}
          tabIndex={-1}
          aria-label={t(isFolded ? 'topic.unfold' : 'topic.fold', { title })}
          className={cx(styles.chevron, !isFolded && styles.open)}
        >
          <Icon of={ChevronRight} size={14} />
        </button>
      ) : (
        <span className={styles.chevron} />
      )}
      <TopicTitle topic={topic} />
      {topic.status === 'draft' ? <span className={styles.draft}>{t('topic.status.draft')}</span> : null}
      <span className={styles.count}>
        <span aria-hidden>{topic.resourceCount}</span>
        <span className={styles.hidden}>{t('topic.resources', { count: topic.resourceCount })}</span>
      </span>
      <button
        type="button"
        data-do={'menu' satisfies TopicDeed}
        tabIndex={reach}
        title={t('topic.menu', { title })}
        aria-label={t('topic.menu', { title })}
        aria-haspopup="menu"
        className={styles.onHover}
      >
        <Icon of={Ellipsis} />
      </button>
    </div>
  );
};
