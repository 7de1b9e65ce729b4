import type { ReactElement, RefObject } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
  Keyboard,
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
      readonly run: () => void;
    }
  | { readonly id: string; readonly isSeparator: true };

type MenuListProps = {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose?: () => void;
};

const MenuList = ({ label, entries, onClose }: MenuListProps) => (
  <AriaMenu aria-label={label} className={cx(styles.list)} {...(onClose ? { onClose } : {})}>
    {entries.map((entry) =>
      'isSeparator' in entry ? (
        <Separator key={entry.id} className={cx(styles.separator)} />
      ) : (
        <MenuItem
          key={entry.id}
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
          {entry.shortcut ? (
            <Keyboard className={cx(styles.key)}>{shortcutText(entry.shortcut)}</Keyboard>
          ) : null}
        </MenuItem>
      ),
    )}
  </AriaMenu>
);

/** A button with a menu. The first child must be a pressable of ours (`Button`, `IconButton`). */
export const Menu = ({ children, ...list }: MenuListProps & { readonly children: ReactElement }) => (
  <MenuTrigger>
    {children}
    <Popover className={cx(styles.popover)} offset={4}>
      <MenuList {...list} />
    </Popover>
  </MenuTrigger>
);

type ContextMenuProps = MenuListProps & {
  /** Where it opens: the element that was clicked or has the focus. Null: closed. */
  readonly anchor: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Pointer position relative to the anchor, in pixels. */
  readonly at?: { readonly x: number; readonly y: number } | null;
};

/** A menu without a button of its own: right click, the menu key, Shift+F10. */
export const ContextMenu = ({ anchor, isOpen, onClose, at, ...list }: ContextMenuProps) => (
  <Popover
    triggerRef={anchor}
    isOpen={isOpen}
    onOpenChange={(open) => !open && onClose()}
    placement="bottom start"
    {...(at ? { offset: at.y, crossOffset: at.x } : {})}
    className={cx(styles.popover)}
  >
    <MenuList {...list} onClose={onClose} />
  </Popover>
);
