import { ChevronRight } from 'lucide-react';
import { focusRow } from '#renderer/app/focus-row.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Count } from '#renderer/ui/Count.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { InlineText } from '#renderer/ui/InlineText.tsx';
import { RowButton } from '#renderer/ui/rows/RowButton.tsx';
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

type TopicRowProps = { readonly row: TreeRow; readonly isCurrent: boolean };

/** A line of the topic tree. Plain elements, since a large tree draws many of them while it is scrolled. */
export const TopicRow = ({ row, isCurrent }: TopicRowProps) => {
  const t = useT();
  const { topic, level, hasChildren, isFolded } = row;
  const { title } = topic;
  return (
    <div className={styles.rowContent} style={{ paddingInlineStart: `${(level - 1) * 0.875}rem` }}>
      <RowButton deed="move" label={t('topic.drag', { title })} isInReach={isCurrent} />
      {hasChildren ? (
        <button
          type="button"
          data-do="fold"
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
        <span aria-hidden>
          <Count of={topic.resourceCount} />
        </span>
        <span className={styles.hidden}>{t('topic.resources', { count: topic.resourceCount })}</span>
      </span>
      <RowButton deed="menu" label={t('topic.menu', { title })} isInReach={isCurrent} />
    </div>
  );
};
