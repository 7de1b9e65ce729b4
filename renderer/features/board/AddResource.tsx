import { Plus } from 'lucide-react';
import { useState, type ClipboardEvent } from 'react';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { captureLinks } from '#renderer/features/capture/capture-links.ts';
import { readTransfer } from '#renderer/features/capture/read-transfer.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { CapturedLink } from '#shared/domain/capture/captured-link.ts';
import { listOfAddresses } from '#shared/domain/capture/links-in-text.ts';
import type { Section } from '#shared/model/topic.ts';
import { toResourceFields } from './resource-fields.ts';
import styles from './Section.module.css';

/** What the line holds as links; null when it holds a title. A single address gets a first title made from it. */
const toLinks = (text: string): readonly CapturedLink[] | null => {
  const links = listOfAddresses(text);
  const title = toResourceFields(text)?.title ?? null;
  return links?.length === 1 ? links.map((link) => ({ ...link, title })) : links;
};

/**
 * Adds a resource by its address or its title, or several by their addresses. Enter makes them and shows a single one in
 * the inspector; the field stays ready.
 */
export const AddResource = ({ section }: { readonly section: Section }) => {
  const t = useT();
  const store = useAppStore();
  const [text, setText] = useState('');
  const { topicId, mutate, select, announce } = useApp((state) => ({
    topicId: state.topicId,
    mutate: state.mutate,
    select: state.select,
    announce: state.announce,
  }));
  const capture = (links: readonly CapturedLink[]) =>
    topicId
      ? captureLinks(store, links, { topicId, sectionId: section.id, beforeId: null })
      : Promise.resolve(false);

  const addTitle = async () => {
    const fields = toResourceFields(text);
    if (!fields || !topicId) return;
    const outcome = await mutate('resources.create', { fields, topicId, sectionId: section.id });
    if (!outcome.ok) return;
    setText('');
    select({ kind: 'resource', ...outcome.value, sectionId: section.id });
    announce('resource.added', { title: fields.title });
  };
  const add = async () => {
    const links = toLinks(text);
    if (!links) return addTitle();
    if (await capture(links)) setText('');
  };
  // A field of one line would join several lines: several links are taken as they are pasted.
  const onPaste = (event: ClipboardEvent) => {
    const { links } = readTransfer(event.clipboardData);
    if (links.length < 2) return;
    event.preventDefault();
    void capture(links);
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
        onPaste={onPaste}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void add();
          if (event.key === 'Escape') setText('');
        }}
        maxLength={4_000}
      />
    </div>
  );
};
