import { ArrowDown, ArrowUp, Pencil, Replace, Trash2 } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { AppState } from '#renderer/app/store/state.ts';
import type { SmartList } from '#shared/model/smart-list.ts';

/** The library's own list that the focus is on, whose menu is open, or that is shown; null where that is none of its own. */
const atHand = ({ lists, listAtHand, search, view }: AppState): SmartList | null => {
  const id = listAtHand ?? (view === 'search' ? search.listId : null);
  return lists.find((list) => list.id === id) ?? null;
};

/** Puts the focus on the line of a list, or where there is none on what folds them, once that has been drawn. */
const focusList = (id: string | undefined): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const region = document.querySelector('[data-scope="lists"]');
      const line = id === undefined ? null : region?.querySelector<HTMLElement>(`[data-key="${id}"] button`);
      (line ?? region?.querySelector<HTMLElement>('button'))?.focus();
    }),
  );
};

/** Whether the focus is on the lists, or on a menu of theirs that is about to close: then it follows what is done. */
const isThere = (): boolean =>
  document.activeElement?.closest('[data-scope="lists"], [role="menu"]') !== null;

const neighborOf = ({ lists }: AppState, { id }: SmartList, by: -1 | 1): SmartList | undefined => {
  const at = lists.findIndex((list) => list.id === id) + by;
  return at < 0 ? undefined : lists[at];
};

const move = async (store: AppStore, by: -1 | 1): Promise<void> => {
  const { lists, mutate, announce } = store.getState();
  const list = atHand(store.getState());
  const neighbor = list && neighborOf(store.getState(), list, by);
  if (!list) return;
  if (!neighbor) return announce('move.cannot');
  const to = lists.indexOf(neighbor);
  // Going down, it comes to stand before the one after its new neighbor.
  const beforeId = (by === 1 ? lists[to + 1]?.id : neighbor.id) ?? null;
  const isFollowed = isThere();
  const outcome = await mutate('lists.move', { listId: list.id, beforeId });
  if (!outcome.ok) return;
  announce('list.moved', { title: list.title, position: to + 1, count: lists.length });
  if (isFollowed) focusList(list.id);
};

const keepSearch = async (store: AppStore): Promise<void> => {
  const { mutate, announce, search } = store.getState();
  const list = atHand(store.getState());
  if (!list) return;
  const { query, sort, descending } = search;
  const patch = { query, sort, descending };
  const outcome = await mutate('lists.update', { listId: list.id, patch });
  if (outcome.ok) announce('list.updated', { title: list.title });
};

const remove = async (store: AppStore): Promise<void> => {
  const { mutate, notifyUndoable } = store.getState();
  const list = atHand(store.getState());
  if (!list) return;
  const next = neighborOf(store.getState(), list, 1) ?? neighborOf(store.getState(), list, -1);
  const isFollowed = isThere();
  const outcome = await mutate('lists.remove', { listId: list.id });
  if (!outcome.ok) return;
  notifyUndoable({ key: 'list.removed', values: { title: list.title } });
  if (isFollowed) focusList(next?.id);
};

/** What can be done with a list of the library's own. */
export const listActions: readonly Action[] = [
  {
    id: 'list.rename',
    labelKey: 'list.rename',
    icon: Pencil,
    singleKey: { key: 'R', scopes: ['lists'] },
    scope: 'lists',
    isAvailable: (state) => atHand(state) !== null,
    run: (store) => {
      const list = atHand(store.getState());
      if (list) store.getState().openDialog({ kind: 'save-list', listId: list.id });
    },
  },
  {
    id: 'list.update',
    labelKey: 'list.update',
    icon: Replace,
    scope: 'lists',
    isAvailable: (state) => atHand(state) !== null && state.search.query.trim() !== '',
    run: keepSearch,
  },
  {
    id: 'list.up',
    labelKey: 'list.up',
    icon: ArrowUp,
    shortcuts: ['Alt+ArrowUp'],
    scope: 'lists',
    isAvailable: (state) => atHand(state) !== null,
    run: (store) => move(store, -1),
  },
  {
    id: 'list.down',
    labelKey: 'list.down',
    icon: ArrowDown,
    shortcuts: ['Alt+ArrowDown'],
    scope: 'lists',
    isAvailable: (state) => atHand(state) !== null,
    run: (store) => move(store, 1),
  },
  {
    id: 'list.remove',
    labelKey: 'list.remove',
    icon: Trash2,
    shortcuts: ['Delete'],
    scope: 'lists',
    isAvailable: (state) => atHand(state) !== null,
    run: remove,
  },
];
