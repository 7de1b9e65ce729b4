import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { focusRow } from '#renderer/app/focus-row.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { TopicId } from '#shared/model/ids.ts';
import { withDescendants } from './topic-tree.ts';
import { TopicPicker } from './TopicPicker.tsx';

type MoveTopicDialogProps = { readonly topicId: TopicId; readonly onClose: () => void };

/** Moves a topic below another one, or to the top. */
export const MoveTopicDialog = ({ topicId, onClose }: MoveTopicDialogProps) => {
  const t = useT();
  const { tree, mutate, announce } = useApp(({ tree, mutate, announce }) => ({
    tree: tree ?? [],
    mutate,
    announce,
  }));
  const topic = tree.find((each) => each.id === topicId);
  const [target, setTarget] = useState<TopicId | null>(topic?.parentId ?? null);
  if (!topic) return null;

  const inside = withDescendants(tree, topicId);
  const parent = tree.find((each) => each.id === target) ?? null;
  const move = async () => {
    const outcome = await mutate('topics.move', { topicId, parentId: parent?.id ?? null, beforeId: null });
    if (!outcome.ok) return;
    if (parent) announce('move.into', { title: parent.title });
    else announce('move.to-top');
    onClose();
    focusRow('navigator', topicId);
  };

  return (
    <Dialog
      title={t('topic.move-title', { title: topic.title })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" onPress={() => void move()}>
            {t('move.do')}
          </Button>
        </>
      }
    >
      <TopicPicker
        autoFocus
        label={t('topic.move-below')}
        tree={tree}
        without={inside}
        value={target}
        onChange={setTarget}
        first={{ label: t('topic.top'), onChoose: () => setTarget(null) }}
      />
    </Dialog>
  );
};
