import { ChevronRight, Ellipsis, ListFilter } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useMedia } from '#renderer/app/use-media.ts';
import navigator from '#renderer/features/topics/Navigator.module.css';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Count } from '#renderer/ui/Count.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import styles from './SmartLists.module.css';
import { useListCounts, useLists, type ShownList } from './use-lists.ts';

const listMenuIds = ['list.rename', 'list.update', '-', 'list.up', 'list.down', '-', 'list.remove'];

const ListLine = ({ list, count }: { readonly list: ShownList; readonly count: number | undefined }) => {
  const t = useT();
  const store = useAppStore();
  const { isOpen, changeSearch, openDrawer, setNavigator } = useApp((state) => ({
    isOpen: state.view === 'search' && state.search.listId === list.id,
    changeSearch: state.changeSearch,
    openDrawer: state.openDrawer,
    setNavigator: state.setNavigator,
  }));
  const { query, sort, descending } = list;
  return (
    // It notes which of the buttons that are inside has the focus; what is pressed is theirs.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={styles.line} data-key={list.id} onFocus={() => setNavigator({ listAtHand: list.id })}>
      <Button
        look="quiet"
        className={cx(navigator.place, styles.list)}
        {...(isOpen ? { 'aria-current': 'page' as const } : {})}
        onPress={() => {
          changeSearch({ query, sort, descending, listId: list.id });
          openDrawer(null);
        }}
      >
        <Icon of={ListFilter} />
        <span className={cx(navigator.placeLabel, styles.label)}>{list.title}</span>
        {count === undefined ? null : (
          <span className={navigator.placeCount}>
            <Count of={count} />
          </span>
        )}
      </Button>
      {list.own ? (
        <Menu
          label={t('list.menu', { title: list.title })}
          entries={() => menuEntries(store, t, listMenuIds, { listAtHand: list.id })}
        >
          <IconButton icon={Ellipsis} size="small" label={t('list.menu', { title: list.title })} />
        </Menu>
      ) : null}
    </li>
  );
};

/** Unfolded where the window is high enough to leave the topics most of it, until somebody says otherwise. */
const useFolding = () => {
  const isHigh = useMedia('(min-height: 52rem)');
  const { chosen, changeSettings } = useApp((state) => ({
    chosen: state.settings.listsOpen,
    changeSettings: state.changeSettings,
  }));
  const setOpen = (listsOpen: boolean) => void changeSettings({ listsOpen });
  return { isOpen: chosen ?? isHigh, setOpen };
};

/** Searches that are kept: those every library has, and the library's own, each with how much it holds now. */
export const SmartLists = () => {
  const t = useT();
  const lists = useLists();
  const counts = useListCounts();
  const { isOpen, setOpen } = useFolding();
  const setNavigator = useApp((state) => state.setNavigator);
  return (
    <Disclosure
      isExpanded={isOpen}
      onExpandedChange={setOpen}
      className={cx(styles.lists)}
      data-scope="lists"
    >
      <Heading level={2} className={cx(styles.heading)}>
        <AriaButton slot="trigger" className={cx(styles.trigger)}>
          <Icon of={ChevronRight} size={14} />
          {t('list.lists')}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul
          onBlur={({ currentTarget, relatedTarget }) => {
            const isStillThere =
              relatedTarget instanceof Element &&
              (currentTarget.contains(relatedTarget) || relatedTarget.closest('[role="menu"]') !== null);
            if (!isStillThere) setNavigator({ listAtHand: null });
          }}
        >
          {lists.map((list) => (
            <ListLine key={list.id} list={list} count={counts[list.id]} />
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
};
