import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { MenuEntry } from '#renderer/ui/Menu.tsx';
import { useLists, type ShownList } from './use-lists.ts';

/** What can be done with a list of the library's own. */
export const useListMenu = ({ own }: ShownList): readonly MenuEntry[] => {
  const t = useT();
  const lists = useLists().flatMap((list) => list.own ?? []);
  const { mutate, announce, notifyUndoable, openDialog, search } = useApp((state) => ({
    mutate: state.mutate,
    announce: state.announce,
    notifyUndoable: state.notifyUndoable,
    openDialog: state.openDialog,
    search: state.search,
  }));
  if (!own) return [];
  const { id: listId, title } = own;
  const at = lists.findIndex(({ id }) => id === listId);

  const move = async (to: number) => {
    // Going down, it comes to stand before the one after its new neighbor.
    const beforeId = lists[to > at ? to + 1 : to]?.id ?? null;
    const outcome = await mutate('lists.move', { listId, beforeId });
    if (outcome.ok) announce('list.moved', { title, position: to + 1, count: lists.length });
  };
  const update = async () => {
    const { query, sort, descending } = search;
    const outcome = await mutate('lists.update', { listId, patch: { query, sort, descending } });
    if (outcome.ok) announce('list.updated', { title });
  };
  const remove = async () => {
    const outcome = await mutate('lists.remove', { listId });
    if (outcome.ok) notifyUndoable({ key: 'list.removed', values: { title } });
  };

  return [
    { id: 'rename', label: t('list.rename'), run: () => openDialog({ kind: 'save-list', listId }) },
    {
      id: 'update',
      label: t('list.update'),
      isDisabled: search.query.trim() === '',
      run: () => void update(),
    },
    { id: '-', isSeparator: true },
    { id: 'up', label: t('list.up'), isDisabled: at <= 0, run: () => void move(at - 1) },
    { id: 'down', label: t('list.down'), isDisabled: at >= lists.length - 1, run: () => void move(at + 1) },
    { id: '--', isSeparator: true },
    { id: 'remove', label: t('list.remove'), run: () => void remove() },
  ];
};
