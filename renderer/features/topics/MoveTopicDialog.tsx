import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { focusRow } from '#renderer/app/focus-row.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import type { TopicId } from '#shared/model/ids.ts';
import { withDescendants } from './topic-tree.ts';
import { topicPath } from './topic-path.ts';

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
  const [target, setTarget] = useState<string>(topic?.parentId ?? '');
  if (!topic) return null;

  const inside = withDescendants(tree, topicId);
  const choices: Choice<string>[] = [
    { id: '', label: t('topic.top') },
    ...tree
      .filter((each) => !inside.has(each.id))
      .map((each) => ({ id: each.id, label: topicPath(tree, each.id) })),
  ];
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
      <Select label={t('topic.move-below')} choices={choices} value={target} onChange={setTarget} />
    </Dialog>
  );
};
