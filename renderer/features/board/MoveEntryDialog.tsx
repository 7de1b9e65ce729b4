import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { topicPath } from '#renderer/features/topics/topic-path.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Board, TopicNode } from '#shared/contract/views.ts';
import type { PlacementId, TopicId } from '#shared/model/ids.ts';
import { findEntry } from './board-places.ts';

type MoveEntryDialogProps = {
  readonly placementId: PlacementId;
  /** True: it also stays where it is. */
  readonly copy: boolean;
  readonly onClose: () => void;
};

const noTopics: readonly TopicNode[] = [];

/** The topic and section chosen in the dialog, and what can be chosen. */
const useTarget = (board: Board | null, tree: readonly TopicNode[], copy: boolean) => {
  const topics = tree.filter((topic) => !copy || topic.id !== board?.topic.id);
  const [topicId, setTopicId] = useState<TopicId | null>((copy ? topics[0]?.id : board?.topic.id) ?? null);
  const [sectionId, setSectionId] = useState<string | null>(null);
  const { data } = useQuery('topics.board', topicId ? { topicId } : null, ['topics']);
  const sections = data?.sections.map(({ section }) => section) ?? [];
  const section = sections.find(({ id }) => id === sectionId) ?? sections[0];
  const chooseTopic = (id: TopicId) => {
    setTopicId(id);
    setSectionId(null);
  };
  return { topics, topicId, chooseTopic, sections, section, setSectionId, title: data?.topic.title ?? '' };
};

/** Moves an entry to another section or topic, or shows its resource there, too. */
export const MoveEntryDialog = ({ placementId, copy, onClose }: MoveEntryDialogProps) => {
  const t = useT();
  const { board, tree, mutate, announce, select } = useApp((state) => ({
    board: state.board,
    tree: state.tree ?? noTopics,
    mutate: state.mutate,
    announce: state.announce,
    select: state.select,
  }));
  const target = useTarget(board, tree, copy);
  const { topicId, section, sections } = target;
  const entry = board ? findEntry(board, placementId)?.entry : undefined;
  if (!entry || !board) return null;

  const run = async () => {
    if (!topicId || !section) return;
    const place = { topicId, sectionId: section.id, beforeId: null };
    const outcome = copy
      ? await mutate('placements.add', { resourceId: entry.resourceId, ...place })
      : await mutate('placements.move', { placementId, ...place });
    if (!outcome.ok) return;
    announce(copy ? 'entry.copied' : 'entry.moved', { topic: target.title, section: section.title });
    if (!copy && topicId !== board.topic.id) select({ kind: 'topic' });
    onClose();
  };

  return (
    <Dialog
      title={t(copy ? 'entry.copy-title' : 'entry.move-title', { title: entry.title })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={!section} onPress={() => void run()}>
            {t(copy ? 'entry.copy-do' : 'move.do')}
          </Button>
        </>
      }
    >
      <Select
        label={t('entry.to-topic')}
        choices={target.topics.map((topic) => ({ id: topic.id, label: topicPath(tree, topic.id) }))}
        value={topicId}
        onChange={target.chooseTopic}
      />
      <Select
        label={t('entry.to-section')}
        choices={sections.map(({ id, title }) => ({ id: id as string, label: title }))}
        value={section?.id ?? null}
        onChange={target.setSectionId}
      />
    </Dialog>
  );
};
