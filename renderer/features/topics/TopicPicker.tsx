import { useMemo, useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import field from '#renderer/ui/Field.module.css';
import popover from '#renderer/ui/Popover.module.css';
import type { TopicNode } from '#shared/contract/views.ts';
import { foldedWords, foldText } from '#shared/domain/fold.ts';
import type { TopicId } from '#shared/model/ids.ts';
import styles from './TopicPicker.module.css';
import { topicPaths } from './topic-path.ts';

/** As many as a list shows; typing finds the others. */
const mostShown = 100;

type TopicPickerProps = {
  readonly label: string;
  readonly tree: readonly TopicNode[];
  /** Topics that cannot be chosen. */
  readonly without?: ReadonlySet<TopicId>;
  /** Topics that are shown but cannot be chosen, and why that is so. */
  readonly taken?: { readonly ids: ReadonlySet<TopicId>; readonly why: string };
  readonly value: TopicId | null;
  readonly onChange: (topicId: TopicId) => void;
  /** A choice before all topics. */
  readonly first?: { readonly label: string; readonly onChoose: () => void } | undefined;
  readonly autoFocus?: boolean;
};

const firstId = 'first';

/** Chooses a topic, among few or thousands: typing finds it by its title or those above it. */
export const TopicPicker = (props: TopicPickerProps) => {
  const { label, tree, without, taken, value, onChange, first, autoFocus = false } = props;
  const t = useT();
  const [text, setText] = useState('');
  const choices = useMemo(
    () =>
      [...topicPaths(tree)]
        .filter(([id]) => !without?.has(id))
        .map(([id, path]) => ({ id: id as string, path, folded: foldText(path) })),
    [tree, without],
  );
  const words = foldedWords(text);
  const found = choices.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const top = first && words.length === 0 ? [{ id: firstId, path: first.label, folded: '' }] : [];
  // What is chosen stays in sight, however far down it is.
  const chosen = words.length === 0 ? found.filter(({ id }) => id === value) : [];
  const shown = [...top, ...chosen, ...found.filter((each) => !chosen.includes(each))].slice(0, mostShown);
  const choose = (id: string) => (id === firstId ? first?.onChoose() : onChange(id as TopicId));

  return (
    <div className={styles.picker}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField autoFocus={autoFocus} className={cx(field.field)}>
          <Label className={cx(field.label)}>{label}</Label>
          {/* The list below always shows, and the arrow keys move in it while the focus stays here. */}
          <Input
            // Autocomplete sets aria-controls itself.
            // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
            role="combobox"
            aria-expanded
            className={cx(field.input)}
            placeholder={t('topic.find')}
          />
        </SearchField>
        <ListBox
          aria-label={label}
          items={shown}
          dependencies={[taken]}
          selectionMode="single"
          disallowEmptySelection
          disabledKeys={taken?.ids ?? []}
          selectedKeys={[value ?? firstId]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            if (key !== undefined) choose(String(key));
          }}
          className={cx(styles.list)}
          renderEmptyState={() => <p className={styles.none}>{t('topic.found-none')}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.path} className={cx(popover.item, styles.item)}>
              <span className={popover.words}>{item.path}</span>
              {taken?.ids.has(item.id as TopicId) ? <span className={popover.key}>{taken.why}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {found.length > mostShown ? (
        <p className={styles.more}>{t('topic.found-more', { count: found.length - mostShown })}</p>
      ) : null}
    </div>
  );
};
