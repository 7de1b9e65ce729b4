import { Check } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import {
  Keyboard,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { Icon, type IconDrawing } from './Icon.tsx';
import styles from './Popover.module.css';
import { cx } from './cx.ts';
import { shortcutText, type Shortcut } from './shortcut.ts';

/** A line of a menu, or a line between lines. */
export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: IconDrawing | undefined;
      readonly shortcut?: Shortcut | undefined;
      /** Why it is here or why it cannot be chosen now; shown below the label. */
      readonly hint?: string | undefined;
      readonly isDisabled?: boolean | undefined;
      readonly isDanger?: boolean | undefined;
      /** Set on a line of several of which one is the case: whether it is this one. */
      readonly isChosen?: boolean | undefined;
      readonly run: () => void;
    }
  | { readonly id: string; readonly isSeparator: true };

type MenuListProps = { readonly label: string; readonly entries: readonly MenuEntry[] };

const MenuLine = ({ entry }: { readonly entry: Exclude<MenuEntry, { isSeparator: true }> }) => (
  <MenuItem
    id={entry.id}
    textValue={entry.label}
    isDisabled={entry.isDisabled ?? false}
    onAction={entry.run}
    className={cx(styles.item, entry.isDanger && styles.danger)}
  >
    {entry.icon ? <Icon of={entry.icon} /> : null}
    <span className={styles.words}>
      <Text slot="label">{entry.label}</Text>
      {entry.hint ? (
        <Text slot="description" className={cx(styles.hint)}>
          {entry.hint}
        </Text>
      ) : null}
    </span>
    {entry.isChosen ? <Icon of={Check} size={14} /> : null}
    {entry.shortcut ? <Keyboard className={cx(styles.key)}>{shortcutText(entry.shortcut)}</Keyboard> : null}
  </MenuItem>
);

/** Of lines that are a choice the chosen one is read as such. */
const choiceOf = (entries: readonly MenuEntry[]) => {
  const chosen = entries.filter((entry) => 'isChosen' in entry && entry.isChosen).map(({ id }) => id);
  return chosen.length === 0 ? {} : ({ selectionMode: 'single', selectedKeys: chosen } as const);
};

const MenuList = ({ label, entries, onClose }: MenuListProps & { readonly onClose?: () => void }) => (
  <AriaMenu
    aria-label={label}
    className={cx(styles.list)}
    {...choiceOf(entries)}
    {...(onClose ? { onClose } : {})}
  >
    {entries.map((entry) =>
      'isSeparator' in entry ? (
        <Separator key={entry.id} className={cx(styles.separator)} />
      ) : (
        <MenuLine key={entry.id} entry={entry} />
      ),
    )}
  </AriaMenu>
);

type MenuProps = {
  readonly label: string;
  /** The lines, or what makes them when the menu opens. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  /** Called before the menu opens: the moment to select what it is about. */
  readonly onOpen?: () => void;
  /** A pressable of ours: `Button` or `IconButton`. */
  readonly children: ReactElement;
};

const Lines = ({ label, entries }: Pick<MenuProps, 'label' | 'entries'>) => (
  <MenuList label={label} entries={typeof entries === 'function' ? entries() : entries} />
);

/** A button with a menu. */
export const Menu = ({ label, entries, onOpen, children }: MenuProps) => (
  <MenuTrigger onOpenChange={(isOpen) => isOpen && onOpen?.()}>
    {children}
    <Popover className={cx(styles.popover)} offset={4}>
      <Lines label={label} entries={entries} />
    </Popover>
  </MenuTrigger>
);

type ContextMenuProps = MenuListProps & {
  /** Where it opens, in CSS pixels of the window. Null: closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
};

/** A menu without a button of its own: right click, the menu key, Shift+F10. */
export const ContextMenu = ({ label, entries, at, onClose }: ContextMenuProps) => {
  const anchor = useRef<HTMLSpanElement>(null);
  if (!at) return null;
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        className={cx(styles.popover)}
      >
        <MenuList label={label} entries={entries} onClose={onClose} />
      </Popover>
    </>
  );
};
