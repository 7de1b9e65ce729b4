import { ArrowDown, ArrowUp, CopyPlus, ExternalLink, FolderInput, PanelRight, Trash2, X } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { AppState } from '#renderer/app/store/state.ts';
import { selectedPlace } from './board-places.ts';
import { entryToNextSection, leaveTo, stepEntry } from './move-entries.ts';

const placeOf = ({ board, selection }: Pick<AppState, 'board' | 'selection'>) =>
  selectedPlace(board, selection);
const hasEntry = (state: AppState) => placeOf(state) !== null;

const openLink = (store: AppStore) => {
  const url = placeOf(store.getState())?.entry.url;
  if (url) window.open(url, '_blank', 'noopener,noreferrer');
};

const openMove = (copy: boolean) => (store: AppStore) => {
  const place = placeOf(store.getState());
  if (place) store.getState().openDialog({ kind: 'move-entry', placementId: place.entry.placementId, copy });
};

/** Takes the entry out of this topic, or deletes the resource; focus goes to its neighbor, and undo is offered. */
const leave = (what: 'removed' | 'deleted') => async (store: AppStore) => {
  const { mutate, notifyUndoable, board } = store.getState();
  const place = placeOf(store.getState());
  if (!place) return;
  const { placementId, resourceId, title } = place.entry;
  const goOn = leaveTo(store, place);
  const outcome =
    what === 'removed'
      ? await mutate('placements.remove', { placementId })
      : await mutate('resources.remove', { resourceId });
  if (!outcome.ok) return;
  goOn();
  notifyUndoable({ key: `entry.${what}`, values: { title, topic: board?.topic.title ?? '' } });
};

/** What can be done with the entry that is selected on the board. */
export const entryActions: readonly Action[] = [
  {
    id: 'entry.edit',
    labelKey: 'entry.edit',
    icon: PanelRight,
    scope: 'entries',
    isAvailable: hasEntry,
    run: (store) => revealInspector(store),
  },
  {
    id: 'entry.open-link',
    labelKey: 'entry.open-link',
    icon: ExternalLink,
    shortcuts: ['Mod+Enter'],
    scope: 'entries',
    isAvailable: (state) => Boolean(placeOf(state)?.entry.url),
    run: openLink,
  },
  {
    id: 'entry.move-up',
    labelKey: 'entry.move-up',
    icon: ArrowUp,
    shortcuts: ['Alt+ArrowUp'],
    scope: 'entries',
    onlyInPlace: true,
    isAvailable: hasEntry,
    run: (store) => stepEntry(store, -1),
  },
  {
    id: 'entry.move-down',
    labelKey: 'entry.move-down',
    icon: ArrowDown,
    shortcuts: ['Alt+ArrowDown'],
    scope: 'entries',
    onlyInPlace: true,
    isAvailable: hasEntry,
    run: (store) => stepEntry(store, 1),
  },
  {
    id: 'entry.previous-section',
    labelKey: 'entry.previous-section',
    shortcuts: ['Alt+Shift+ArrowUp'],
    scope: 'entries',
    onlyInPlace: true,
    isAvailable: hasEntry,
    run: (store) => entryToNextSection(store, -1),
  },
  {
    id: 'entry.next-section',
    labelKey: 'entry.next-section',
    shortcuts: ['Alt+Shift+ArrowDown'],
    scope: 'entries',
    onlyInPlace: true,
    isAvailable: hasEntry,
    run: (store) => entryToNextSection(store, 1),
  },
  {
    id: 'entry.move-to',
    labelKey: 'entry.move-to',
    icon: FolderInput,
    shortcuts: ['M'],
    scope: 'entries',
    isAvailable: hasEntry,
    run: openMove(false),
  },
  {
    id: 'entry.copy-to',
    labelKey: 'entry.copy-to',
    icon: CopyPlus,
    shortcuts: ['Shift+M'],
    scope: 'entries',
    isAvailable: (state) => hasEntry(state) && (state.tree?.length ?? 0) > 1,
    run: openMove(true),
  },
  {
    id: 'entry.remove',
    labelKey: 'entry.remove',
    icon: X,
    shortcuts: ['Delete'],
    scope: 'entries',
    isAvailable: hasEntry,
    run: leave('removed'),
  },
  {
    id: 'entry.delete',
    labelKey: 'entry.delete',
    icon: Trash2,
    shortcuts: ['Shift+Delete'],
    scope: 'entries',
    isAvailable: hasEntry,
    run: leave('deleted'),
  },
];
