import { useMemo, useState } from 'react';
import { manyChosen } from '#renderer/app/selection.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { putEntries, tellPlaced } from '#renderer/features/board/move-entries.ts';
import { TopicPicker } from '#renderer/features/topics/TopicPicker.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { BoardSection, TopicNode } from '#shared/contract/views.ts';
import type { PlacementId, TopicId } from '#shared/model/ids.ts';
import { targetCount } from './bulk-target.ts';
import { callBulk } from './call-bulk.ts';
import { useTargetTitle } from './use-target-title.ts';

type Asked = {
  /** `show`: they also stay where they are. `copy`: independent copies. */
  readonly how: 'move' | 'copy' | 'show';
  readonly target: BulkTarget;
};
type PlaceDialogProps = Asked & {
  readonly onClose: () => void;
};

const noTopics: readonly TopicNode[] = [];
/** Sections with more entries than this offer their beginning and their end only. */
const mostPlaces = 100;
const first = 'first';
const last = 'last';

const idsOf = (target: BulkTarget): ReadonlySet<PlacementId> =>
  new Set(target.kind === 'placements' ? target.placementIds : []);

/** The entries of a section before which something can be put. */
const placesIn = (part: BoardSection | undefined, moving: ReadonlySet<PlacementId>) => {
  if (!part || part.section.kind === 'live') return [];
  const others = part.entries.filter(({ placementId }) => !moving.has(placementId));
  return part.entryIds.length > mostPlaces ? [] : others;
};

/** Topics that hold all of it already: nothing would come of putting it there. Null until that is known. */
const useTaken = ({ how, target }: Asked): ReadonlySet<TopicId> | null => {
  const open = useApp(({ topicId }) => topicId);
  const { data, error } = useQuery('bulk.alreadyIn', { target }, ['placements']);
  return useMemo(() => {
    if (how === 'copy' || error) return new Set();
    // Within the open topic, moving is moving to another place.
    return data ? new Set(data.filter((id) => how === 'show' || id !== open)) : null;
  }, [data, error, how, open]);
};

/** The topic that is offered first: the open one, or the first that does not hold it yet. */
const useFirstTopic = (tree: readonly TopicNode[], taken: ReadonlySet<TopicId> | null): TopicId | null =>
  useApp(({ topicId }) => {
    if (!taken) return null;
    const free = tree.filter(({ id }) => !taken.has(id));
    return (free.find(({ id }) => id === topicId) ?? free[0])?.id ?? null;
  });

const beforeIn = (part: BoardSection | undefined, place: string): PlacementId | null => {
  if (!part || part.section.kind === 'live' || place === last) return null;
  return (place === first ? part.entryIds[0] : part.entryIds.find((id) => id === place)) ?? null;
};

/** The topic, section and place chosen in the dialog, and what can be chosen. */
const useChoice = (asked: Asked) => {
  const tree = useApp((state) => state.tree ?? noTopics);
  const taken = useTaken(asked);
  const [chosen, setTopicId] = useState<TopicId | null>(null);
  const offered = useFirstTopic(tree, taken);
  const topicId = chosen ?? offered;
  const [sectionId, setSectionId] = useState<string | null>(null);
  const [place, setPlace] = useState<string>(last);
  const { data } = useQuery('topics.board', topicId ? { topicId } : null, ['topics', 'placements']);
  const parts = data?.sections ?? [];
  const part = parts.find(({ section }) => section.id === sectionId) ?? parts[0];
  const chooseSection = (id: string | null) => {
    setSectionId(id);
    setPlace(last);
  };
  const chooseTopic = (id: TopicId) => {
    setTopicId(id);
    chooseSection(null);
  };
  return {
    tree,
    taken,
    topicId,
    title: data?.topic.title ?? '',
    chooseTopic,
    parts,
    part,
    chooseSection,
    place,
    setPlace,
    places: placesIn(part, idsOf(asked.target)),
    beforeId: beforeIn(part, place),
  };
};

/** Moves entries, copies resources or shows them in another topic, too: the place is chosen, by keys as by mouse. */
export const PlaceDialog = ({ how, target, onClose }: PlaceDialogProps) => {
  const t = useT();
  const store = useAppStore();
  const choice = useChoice({ how, target });
  const title = useTargetTitle(target);
  const { topicId, part, title: topicTitle, beforeId } = choice;
  const chosen = useApp((state) => manyChosen(state.selection));
  const count = targetCount(target) ?? chosen ?? 0;

  const run = async () => {
    if (!topicId || !part) return;
    onClose();
    const sectionId = part.section.id;
    const isHere = topicId === store.getState().topicId;
    if (how === 'move' && target.kind === 'placements' && isHere) {
      return putEntries(store, target.placementIds, { sectionId, beforeId });
    }
    const place = { topicId, sectionId, beforeId };
    const report =
      how === 'move' && target.kind === 'placements'
        ? await callBulk(store, 'bulk.move', { placementIds: target.placementIds, ...place })
        : await callBulk(store, how === 'copy' ? 'bulk.copy' : 'bulk.show', { target, ...place });
    if (!report) return;
    if (how === 'move') store.getState().select({ kind: 'topic' });
    const key = ({ move: 'bulk.moved', copy: 'bulk.copied', show: 'bulk.shown' } as const)[how];
    tellPlaced(store, { key, report, place: `${topicTitle}, ${part.section.title}` });
  };

  const live = part?.section.kind === 'live';
  return (
    <Dialog
      title={t(`bulk.place-title.${how}`, { count, title })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={!part} onPress={() => void run()}>
            {t(`bulk.place-do.${how}`)}
          </Button>
        </>
      }
    >
      <TopicPicker
        autoFocus
        label={t('entry.to-topic')}
        tree={choice.tree}
        {...(choice.taken ? { taken: { ids: choice.taken, why: t('bulk.already-there', { count }) } } : {})}
        value={topicId}
        onChange={choice.chooseTopic}
      />
      {choice.taken && !topicId ? <p>{t('bulk.shown-everywhere', { count })}</p> : null}
      <Select
        label={t('entry.to-section')}
        choices={choice.parts.map(({ section }) => ({ id: section.id as string, label: section.title }))}
        value={part?.section.id ?? null}
        onChange={choice.chooseSection}
      />
      {live ? null : (
        <Select
          label={t('bulk.place')}
          choices={[
            { id: last, label: t('bulk.place-last') },
            { id: first, label: t('bulk.place-first') },
            ...choice.places.map((entry) => ({
              id: entry.placementId as string,
              label: t('bulk.place-before', { title: entry.title }),
            })),
          ]}
          value={choice.place}
          onChange={choice.setPlace}
        />
      )}
    </Dialog>
  );
};
