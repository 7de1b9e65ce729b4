import { useRef, useState } from 'react';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ViewFrame } from '#renderer/ui/ViewFrame.tsx';
import { PurgeDialog } from './PurgeDialog.tsx';
import { TrashRow, type TrashedThing } from './TrashRow.tsx';
import styles from './TrashView.module.css';

/** What was deleted: back to where it was, or gone for good. */
export const TrashView = () => {
  const t = useT();
  const { mutate, notify } = useApp(({ mutate, notify }) => ({ mutate, notify }));
  const { data } = useQuery('trash.list', {}, ['trash']);
  const [purging, setPurging] = useState<{ readonly entry: TrashedThing; readonly index: number } | null>(
    null,
  );
  const list = useRef<HTMLUListElement>(null);
  const entries = data ?? [];

  // The row that had the focus goes away: its neighbor gets it, or the heading when nothing is left.
  const keepFocus = (index: number) => {
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>('li button') ?? [];
      const next = rows[Math.min(index * 2, rows.length - 2)];
      (next ?? document.querySelector<HTMLElement>('[data-view-title]'))?.focus();
    });
  };

  const restore = async (index: number) => {
    const entry = entries[index];
    if (!entry) return;
    const outcome = await mutate('trash.restore', { trashId: entry.id });
    if (!outcome.ok) return;
    notify({ tone: 'done', text: { key: 'trash.restored', values: { title: entry.title } } });
    keepFocus(index);
  };

  const purge = async ({ entry, index }: NonNullable<typeof purging>) => {
    const outcome = await mutate('trash.purge', { trashId: entry.id });
    setPurging(null);
    if (!outcome.ok) return;
    notify({ tone: 'done', text: { key: 'trash.purged', values: { title: entry.title } } });
    keepFocus(index);
  };

  if (data === null) return <ViewFrame title={t('view.trash')}>{null}</ViewFrame>;
  return (
    <ViewFrame
      title={t('view.trash')}
      lead={t('trash.lead')}
      actions={entries.length > 0 ? <ActionButton action="trash.empty" look="danger" /> : null}
    >
      {entries.length === 0 ? (
        <EmptyState title={t('trash.nothing')} text={t('trash.nothing-text')}>
          <ActionButton action="history.open" look="normal" />
        </EmptyState>
      ) : (
        <ul ref={list} className={styles.list} aria-label={t('view.trash')}>
          {entries.map((entry, index) => (
            <TrashRow
              key={entry.id}
              entry={entry}
              onRestore={() => void restore(index)}
              onPurge={() => setPurging({ entry, index })}
            />
          ))}
        </ul>
      )}
      {purging ? (
        <PurgeDialog
          title={purging.entry.title}
          count={1}
          onConfirm={() => void purge(purging)}
          onClose={() => setPurging(null)}
        />
      ) : null}
    </ViewFrame>
  );
};
