import { X } from 'lucide-react';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { entriesMenuIds } from '#renderer/features/board/entry-menu.ts';
import { focusRow } from '#renderer/app/focus-row.ts';
import { fromRowKey } from '#renderer/features/board/pick-entries.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import styles from './Bulk.module.css';

/** Below the board while several entries are chosen: how many, and what can be done with them, without the details pane. */
export const SelectionBar = () => {
  const t = useT();
  const store = useAppStore();
  const selection = useApp((state) => state.selection);
  if (selection.kind !== 'entries') return null;
  const count = selection.rows.size;
  const clear = () => {
    const { sectionId, placementId } = fromRowKey(selection.anchor);
    store.getState().select({ kind: 'topic' });
    focusRow('entries', placementId, sectionId);
  };
  return (
    <section className={styles.bar} aria-label={t('bulk.kind')} data-selection-bar>
      <span className={styles.number}>{t('bulk.count', { count })}</span>
      <ActionButton action="bulk.edit" look="primary" />
      <ActionButton action="entry.move-to" look="normal" />
      <Menu label={t('bulk.menu')} entries={() => menuEntries(store, t, entriesMenuIds)}>
        <Button>{t('bulk.more')}</Button>
      </Menu>
      <IconButton icon={X} label={t('bulk.clear')} onPress={clear} />
    </section>
  );
};
