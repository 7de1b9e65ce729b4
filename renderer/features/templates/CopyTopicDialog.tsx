import { useState } from 'react';
import { focusRow } from '#renderer/app/focus-row.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { TopicId } from '#shared/model/ids.ts';

type CopyTopicDialogProps = {
  /** A topic with the same entries, or a template with its sections only. */
  readonly as: 'topic' | 'template';
  readonly topicId: TopicId;
  readonly onClose: () => void;
};

const longest = 500;

/** Makes a second topic, or a template, of a topic. */
const useCopy = ({ as, topicId, onClose }: CopyTopicDialogProps) => {
  const { mutate, openTopic, notify, announce } = useApp((state) => ({
    mutate: state.mutate,
    openTopic: state.openTopic,
    notify: state.notify,
    announce: state.announce,
  }));
  return async (title: string) => {
    if (as === 'template') {
      const kept = await mutate('templates.fromTopic', { topicId, title });
      if (!kept.ok) return;
      onClose();
      return notify({ tone: 'done', text: { key: 'template.kept', values: { title } } });
    }
    const made = await mutate('topics.duplicate', { topicId, title });
    if (!made.ok) return;
    onClose();
    await openTopic(made.value.topicId);
    focusRow('navigator', made.value.topicId);
    announce('topic.duplicated', { title });
  };
};

/** Asks what the copy of a topic is called. */
export const CopyTopicDialog = (props: CopyTopicDialogProps) => {
  const t = useT();
  const { as, topicId, onClose } = props;
  const present = useApp((state) => state.tree?.find(({ id }) => id === topicId)?.title ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const copy = useCopy(props);
  const suggested = as === 'topic' ? t('topic.copy-title', { title: present }) : present;
  const title = (typed ?? suggested).slice(0, longest);
  const go = () => {
    if (title.trim() !== '') void copy(title.trim());
  };
  return (
    <Dialog
      title={t(as === 'topic' ? 'topic.duplicate-what' : 'template.keep-what', { title: present })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={title.trim() === ''} onPress={go}>
            {t(as === 'topic' ? 'topic.duplicate-do' : 'template.keep-do')}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        label={t(as === 'topic' ? 'topic.duplicate-title' : 'template.title')}
        help={t(as === 'topic' ? 'topic.duplicate-help' : 'template.keep-help')}
        value={title}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) go();
        }}
      />
    </Dialog>
  );
};
