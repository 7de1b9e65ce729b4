import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { TopicId } from '#shared/model/ids.ts';
import styles from './Section.module.css';

const TitleField = ({ topicId }: { readonly topicId: TopicId }) => {
  const t = useT();
  const [title, setTitle] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { mutate, setNewSection } = useApp(({ mutate, setNewSection }) => ({ mutate, setNewSection }));
  useEffect(() => field.current?.focus(), []);

  const add = async () => {
    if (title.trim() === '') return setNewSection(false);
    const outcome = await mutate('sections.add', {
      topicId,
      title: title.trim(),
      kind: 'curated',
      index: null,
    });
    if (!outcome.ok) return;
    setNewSection(false);
    // Ready for the first entry.
    const { sectionId } = outcome.value;
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-section-id="${sectionId}"] input`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void add();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setNewSection(false);
  };
  return (
    <TextField
      label={t('section.new-title')}
      inputRef={field}
      value={title}
      onChange={setTitle}
      onKeyDown={onKeyDown}
      onBlur={() => title.trim() === '' && setNewSection(false)}
      maxLength={500}
    />
  );
};

/** Where a section is added: a quiet button, then its title. */
export const NewSection = ({ topicId }: { readonly topicId: TopicId }) => {
  const newSection = useApp((state) => state.newSection);
  return (
    <div className={styles.newSection}>
      {newSection ? <TitleField topicId={topicId} /> : <ActionButton action="section.add" look="quiet" />}
    </div>
  );
};
