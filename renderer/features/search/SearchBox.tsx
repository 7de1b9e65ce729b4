import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import field from '#renderer/ui/Field.module.css';
import { Icon } from '#renderer/ui/Icon.tsx';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import { focusResults } from './focus-search.ts';
import styles from './SearchBox.module.css';

/** Finds resources while it is typed into. Arrow down or Enter goes to the results; Escape empties it, then leaves. */
export const SearchBox = () => {
  const t = useT();
  const { query, view, changeSearch, showView, openDrawer } = useApp((state) => ({
    query: state.search.query,
    view: state.view,
    changeSearch: state.changeSearch,
    showView: state.showView,
    openDrawer: state.openDrawer,
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && query === '' && view === 'search') showView('board');
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    if (view !== 'search') changeSearch({});
    openDrawer(null);
    focusResults();
  };

  return (
    <SearchField
      aria-label={t('search.box')}
      value={query}
      onChange={(text) => changeSearch({ query: text })}
      onKeyDown={onKeyDown}
      className={cx(styles.box)}
      data-search-box
    >
      <span className={styles.lens}>
        <Icon of={Search} />
      </span>
      <Input className={cx(field.input, styles.input)} placeholder={t('search.placeholder')} />
      {query === '' ? (
        <kbd className={styles.key} aria-hidden>
          {shortcutText('Mod+F')}
        </kbd>
      ) : (
        <Button className={cx(styles.clear)} aria-label={t('search.clear')}>
          <Icon of={X} size={14} />
        </Button>
      )}
    </SearchField>
  );
};
