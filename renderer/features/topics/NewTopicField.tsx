import { useEffect, useRef, type KeyboardEvent } from 'react';
import { focusRow } from '#renderer/app/focus-row.ts';
import type { AppState } from '#renderer/app/store/state.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { watchPlace } from '#renderer/app/watch-place.ts';
import { useStarters } from '#renderer/features/templates/use-starters.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './Navigator.module.css';

type NewTopicFieldProps = NonNullable<AppState['newTopic']>;

/** Where a new topic gets its title. What it begins with can be
 * chosen. Enter makes it and opens its board; Escape, or leaving it blank, makes nothing. */
export const NewTopicField = ({ parentId, title, beginWith }: NewTopicFieldProps) => {
  const t = useT();
  const { choices, beginOf } = useStarters();
  const field = useRef<HTMLInputElement>(null);
  const store = useAppStore();
  const { parentTitle, mutate, openTopic, setNavigator, topicId, announce } = useApp((state) => ({
    parentTitle: state.tree?.find((topic) => topic.id === parentId)?.title,
    mutate: state.mutate,
    openTopic: state.openTopic,
    setNavigator: state.setNavigator,
    topicId: state.topicId,
    announce: state.announce,
  }));
  useEffect(() => field.current?.focus(), []);

  const write = (patch: Partial<NewTopicFieldProps>) =>
    setNavigator({ newTopic: { parentId, title, beginWith, ...patch } });
  const close = () => setNavigator({ newTopic: null });
  const create = async () => {
    if (title.trim() === '') return close();
    const [from, about] = [beginOf(beginWith), { title: title.trim(), parentId }];
    const isStillHere = watchPlace(store);
    const outcome = from
      ? await mutate('templates.use', { from, ...about })
      : await mutate('topics.create', about);
    if (!outcome.ok) return;
    close();
    if (!isStillHere()) return announce('topic.made', { title: about.title });
    await openTopic(outcome.value.topicId);
    focusRow('navigator', outcome.value.topicId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void create();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
    if (topicId) focusRow('navigator', topicId);
  };

  return (
    <div className={styles.newTopic} data-new-topic>
      <TextField
        label={parentTitle ? t('topic.new-title-inside', { parent: parentTitle }) : t('topic.new-title')}
        inputRef={field}
        value={title}
        onChange={(text) => write({ title: text })}
        onKeyDown={onKeyDown}
        onBlur={({ relatedTarget }) => {
          const isChoosing = relatedTarget instanceof Element && relatedTarget.closest('[data-new-topic]');
          if (title.trim() === '' && !isChoosing) close();
        }}
        maxLength={500}
        help={t('topic.new-help')}
      />
      <Select
        label={t('topic.begin-with')}
        choices={choices}
        value={beginWith}
        onChange={(id) => {
          write({ beginWith: id });
          // Once the list has closed and handed the focus back: Enter in the title makes the topic.
          requestAnimationFrame(() => requestAnimationFrame(() => field.current?.focus()));
        }}
      />
    </div>
  );
};
