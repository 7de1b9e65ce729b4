import { useCallback, useMemo, useRef, useState } from 'react';
import { GridList } from 'react-aria-components';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { runAction } from '#renderer/app/actions/registry.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { ContextMenu } from '#renderer/ui/Menu.tsx';
import type { BoardSection, Entry } from '#shared/contract/views.ts';
import { entrySelection } from './board-places.ts';
import { EntryRow, entryMenuIds } from './EntryRow.tsx';
import styles from './Section.module.css';
import { useEntryDrag } from './use-entry-drag.ts';
import { useLineLength } from './use-line-length.ts';

const sortOf = ({ section }: BoardSection) => (section.kind === 'live' ? section.sortBy : null);

/** The entries of a section: chosen with click or arrows, arranged by drag or by Alt and arrows. */
export const EntryList = ({ part }: { readonly part: BoardSection }) => {
  const t = useT();
  const store = useAppStore();
  const { selection, select } = useApp(({ selection, select }) => ({ selection, select }));
  const frame = useRef<HTMLDivElement>(null);
  const lineLength = useLineLength(frame);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const { section, entries } = part;
  const items = useMemo(() => entries.map((entry) => ({ ...entry, id: entry.placementId })), [entries]);
  const dragAndDropHooks = useEntryDrag(part);
  const find = useCallback((key: unknown) => entries.find((entry) => entry.placementId === key), [entries]);
  const choose = (entry: Entry | undefined) => entry && select(entrySelection(entry, section.id));

  const selected =
    selection.kind === 'resource' &&
    (selection.sectionId ?? section.id) === section.id &&
    selection.placementId
      ? [selection.placementId]
      : [];

  return (
    <div
      ref={frame}
      data-scope="entries"
      onContextMenu={(event) => {
        const key =
          event.target instanceof Element
            ? event.target.closest('[data-key]')?.getAttribute('data-key')
            : null;
        const entry = find(key);
        if (!entry) return;
        event.preventDefault();
        choose(entry);
        setMenuAt({ x: event.clientX, y: event.clientY });
      }}
    >
      <GridList
        aria-label={section.title}
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        keyboardNavigationBehavior="tab"
        selectedKeys={selected}
        onSelectionChange={(keys) => choose(keys === 'all' ? undefined : find([...keys][0]))}
        onAction={(key) => {
          choose(find(key));
          runAction(store, 'entry.edit');
        }}
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[lineLength, section]}
        className={cx(styles.entries)}
        renderEmptyState={() => <p className={styles.none}>{t('section.empty')}</p>}
      >
        {(entry) => (
          <EntryRow entry={entry} sectionId={section.id} sortBy={sortOf(part)} lineLength={lineLength} />
        )}
      </GridList>
      <ContextMenu
        label={t('entry.menu-here')}
        at={menuAt}
        entries={menuEntries(store, t, entryMenuIds)}
        onClose={() => setMenuAt(null)}
      />
    </div>
  );
};
