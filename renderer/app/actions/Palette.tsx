import { startTransition, useEffect, useMemo, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import fieldStyles from '#renderer/ui/Field.module.css';
import { Icon } from '#renderer/ui/Icon.tsx';
import popover from '#renderer/ui/Popover.module.css';
import { cx } from '#renderer/ui/cx.ts';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import { foldedWords, foldText } from '#shared/domain/fold.ts';
import { useApp, useAppStore } from '../store/use-app.ts';
import { actions, runAction } from './registry.ts';
import styles from './Palette.module.css';

/** As many as are listed; typing finds the others. */
const mostShown = 50;
/** As many as are in sight; these come first, so that the palette is there at once. */
const firstShown = 12;

/** How near a line is to what was typed: the whole of it, its beginning, the beginning of a word, anywhere. */
const distance = (text: string, typed: string): number => {
  if (text === typed) return 0;
  if (text.startsWith(typed)) return 1;
  return text.includes(` ${typed}`) ? 2 : 3;
};

/** The lines with every word that was typed, the nearest first. */
const nearest = <Line extends { readonly folded: string }>(lines: readonly Line[], text: string): Line[] => {
  const words = foldedWords(text);
  const typed = foldText(text);
  return lines
    .filter(({ folded }) => words.every((word) => folded.includes(word)))
    .map((line) => ({ line, far: distance(line.folded, typed) }))
    .toSorted((a, b) => a.far - b.far)
    .map(({ line }) => line);
};

/** Where the title stands in the words around it: a character that no title has. */
const titlePlace = '\u0000';

const useTopicLines = () => {
  const t = useT();
  const tree = useApp((state) => state.tree);
  return useMemo(() => {
    // Worded once for all: of thousands, few are shown.
    const [before, after = ''] = t('palette.open-topic', { title: titlePlace }).split(titlePlace);
    return (tree ?? []).map(({ id, title }) => {
      const label = `${before}${title}${after}`;
      return { id, label, folded: foldText(label), icon: undefined, hint: null, key: undefined };
    });
  }, [t, tree]);
};

/** How many lines are drawn. */
const useShown = (): number => {
  const [shown, setShown] = useState(firstShown);
  useEffect(() => startTransition(() => setShown(mostShown)), []);
  return shown;
};

/** Every action and every topic, found by typing, the nearest first. */
export const Palette = () => {
  const t = useT();
  const store = useAppStore();
  const [text, setText] = useState('');
  const shown = useShown();
  const state = useApp((current) => current);
  const close = () => state.openDialog(null);

  const run = (id: string) => {
    close();
    const topic = state.tree?.find((each) => each.id === id);
    // After the dialog is gone, so that the action finds the focus where the user left it.
    requestAnimationFrame(() => (topic ? void state.openTopic(topic.id) : runAction(store, id)));
  };
  const actionLines = actions
    .filter((action) => !action.onlyInPlace && action.isAvailable(state))
    .map(({ id, labelKey, icon, hint, singleKey, shortcuts }) => {
      const label = t(labelKey);
      const key = singleKey?.key ?? shortcuts?.[0];
      return { id, label, folded: foldText(label), icon, hint: hint?.(state) ?? null, key };
    });
  const topicLines = useTopicLines();
  const found = nearest([...actionLines, ...topicLines], text);

  return (
    <Dialog title={t('app.palette')} onClose={close}>
      <Autocomplete inputValue={text} onInputChange={setText}>
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
          items={found.slice(0, shown)}
          onAction={(key) => run(String(key))}
          className={cx(styles.list)}
          renderEmptyState={() => <p className={styles.none}>{t('palette.none')}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={cx(popover.item)}>
              <span className={styles.icon}>{item.icon ? <Icon of={item.icon} /> : null}</span>
              <span className={popover.words}>
                {item.label}
                {item.hint ? (
                  <span className={popover.hint}>{t(item.hint.key, item.hint.values)}</span>
                ) : null}
              </span>
              {item.key ? <kbd className={popover.key}>{shortcutText(item.key)}</kbd> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {found.length > mostShown ? (
        <p className={styles.more}>{t('topic.found-more', { count: found.length - mostShown })}</p>
      ) : null}
    </Dialog>
  );
};
