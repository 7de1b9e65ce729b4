import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Section } from '#shared/model/topic.ts';
import { toResourceFields } from './resource-fields.ts';
import styles from './Section.module.css';

/** Adds a resource by its address or its title. Enter makes it and shows it in the inspector; the field stays ready. */
export const AddResource = ({ section }: { readonly section: Section }) => {
  const t = useT();
  const [text, setText] = useState('');
  const { topicId, mutate, select, announce } = useApp((state) => ({
    topicId: state.topicId,
    mutate: state.mutate,
    select: state.select,
    announce: state.announce,
  }));

  const add = async () => {
    const fields = toResourceFields(text);
    if (!fields || !topicId) return;
    const outcome = await mutate('resources.create', { fields, topicId, sectionId: section.id });
    if (!outcome.ok) return;
    setText('');
    select({ kind: 'resource', ...outcome.value, sectionId: section.id });
    announce('resource.added', { title: fields.title });
  };

  return (
    <div className={styles.add}>
      <Icon of={Plus} />
      <TextField
        hideLabel
        label={t('resource.add-to', { section: section.title })}
        placeholder={t('resource.add')}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void add();
          if (event.key === 'Escape') setText('');
        }}
        maxLength={4_000}
      />
    </div>
  );
};
