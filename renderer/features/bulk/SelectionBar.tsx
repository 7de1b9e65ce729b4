import { X } from 'lucide-react';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { manyChosen } from '#renderer/app/selection.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { entriesMenuIds } from '#renderer/features/board/entry-menu.ts';
import { focusRow } from '#renderer/app/focus-row.ts';
import { fromRowKey } from '#renderer/features/board/pick-entries.ts';
import { focusResults } from '#renderer/features/search/focus-search.ts';
import { resultsMenuIds } from '#renderer/features/search/result-menu.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import styles from './Bulk.module.css';

/** What can be done with what is chosen on the board, or among results; and where the focus goes when nothing is. */
const useChosen = () => {
  const store = useAppStore();
  const { selection, view } = useApp((state) => ({ selection: state.selection, view: state.view }));
  const toTopic = () => store.getState().select({ kind: 'topic' });
  if (selection.kind === 'entries') {
    const clear = () => {
      const { sectionId, placementId } = fromRowKey(selection.anchor);
      toTopic();
      focusRow('entries', placementId, sectionId);
    };
    return { count: selection.rows.size, first: 'entry.move-to', menu: entriesMenuIds, clear };
  }
  const count = manyChosen(selection);
  if (count === null || view !== 'search') return null;
  const clear = () => {
    toTopic();
    focusResults();
  };
  return { count, first: 'entry.show-in', menu: resultsMenuIds, clear };
};

/**
 * Below the board or the results while several are chosen: how many, and what can be done with them, without the details
 * pane.
 */
export const SelectionBar = () => {
  const t = useT();
  const store = useAppStore();
  const chosen = useChosen();
  if (!chosen) return null;
  const { count, first, menu, clear } = chosen;
  return (
    <section className={styles.bar} aria-label={t('bulk.kind')} data-selection-bar>
      <span className={styles.number}>{t('bulk.count', { count })}</span>
      <ActionButton action="bulk.edit" look="primary" />
      <ActionButton action={first} look="normal" />
      <Menu label={t('bulk.menu')} entries={() => menuEntries(store, t, menu)}>
        <Button>{t('bulk.more')}</Button>
      </Menu>
      <IconButton icon={X} label={t('bulk.clear')} onPress={clear} />
    </section>
  );
};
