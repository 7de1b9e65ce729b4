import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import fieldStyles from '#renderer/ui/Field.module.css';
import { Icon } from '#renderer/ui/Icon.tsx';
import popover from '#renderer/ui/Popover.module.css';
import { cx } from '#renderer/ui/cx.ts';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import { foldText } from '#shared/domain/fold.ts';
import { useApp, useAppStore } from '../store/use-app.ts';
import { actions, runAction } from './registry.ts';
import styles from './Palette.module.css';

/** How near a line is to what was typed: the whole of it, its beginning, the beginning of a word, anywhere. */
const distance = (label: string, typed: string): number => {
  const text = foldText(label);
  if (text === typed) return 0;
  if (text.startsWith(typed)) return 1;
  return text.includes(` ${typed}`) ? 2 : 3;
};

/** Every action and every topic, found by typing, the nearest first. */
export const Palette = () => {
  const t = useT();
  const store = useAppStore();
  const { contains } = useFilter({ sensitivity: 'base', ignorePunctuation: true });
  const [text, setText] = useState('');
  const state = useApp((current) => current);
  const close = () => state.openDialog(null);

  const run = (id: string) => {
    close();
    const topic = state.tree?.find((each) => each.id === id);
    // After the dialog is gone, so that the action finds the focus where the user left it.
    requestAnimationFrame(() => (topic ? void state.openTopic(topic.id) : runAction(store, id)));
  };
  const items = [
    ...actions
      .filter((action) => !action.onlyInPlace && action.isAvailable(state))
      .map((action) => ({
        id: action.id,
        label: t(action.labelKey),
        icon: action.icon,
        key: action.singleKey?.key ?? action.shortcuts?.[0],
      })),
    ...(state.tree ?? []).map((topic) => ({
      id: topic.id as string,
      label: t('palette.open-topic', { title: topic.title }),
      icon: undefined,
      key: undefined,
    })),
  ];
  const typed = foldText(text);
  const nearest = items.toSorted((a, b) => distance(a.label, typed) - distance(b.label, typed));

  return (
    <Dialog title={t('app.palette')} onClose={close}>
      <Autocomplete filter={contains} inputValue={text} onInputChange={setText}>
        <SearchField aria-label={t('palette.find')} autoFocus>
          {/* The list below always shows, and the arrow keys move in it while the focus stays here. */}
          <Input
            // Autocomplete sets aria-controls itself.
            // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
            role="combobox"
            aria-expanded
            className={cx(fieldStyles.input)}
            placeholder={t('palette.find')}
          />
        </SearchField>
        <ListBox
          aria-label={t('app.palette')}
          items={nearest}
          onAction={(key) => run(String(key))}
          className={cx(styles.list)}
          renderEmptyState={() => <p className={styles.none}>{t('palette.none')}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={cx(popover.item)}>
              <span className={styles.icon}>{item.icon ? <Icon of={item.icon} /> : null}</span>
              <span className={popover.words}>{item.label}</span>
              {item.key ? <kbd className={popover.key}>{shortcutText(item.key)}</kbd> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
};
