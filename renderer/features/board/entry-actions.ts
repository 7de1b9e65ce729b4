import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  Copy,
  CopyPlus,
  ExternalLink,
  FolderInput,
  PanelRight,
  Trash2,
  X,
} from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { AppState } from '#renderer/app/store/state.ts';
import { callBulk } from '#renderer/features/bulk/call-bulk.ts';
import { bulkTarget, hasBulkTarget } from '#renderer/features/bulk/bulk-target.ts';
import { entryOf, selectedPlace } from './board-places.ts';
import { entryToEdge, entryToNextSection, leaveChosen, stepEntry } from './move-entries.ts';
import { pickedIds } from './pick-entries.ts';

const placeOf = (state: AppState) => selectedPlace(state);
/** Entries of the open board: one or several. Asked by every button at every change, so nothing is looked up. */
const hasEntries = ({ board, selection, entries }: AppState) =>
  selection.kind === 'entries' ||
  (board !== null &&
    selection.kind === 'resource' &&
    selection.placementId !== null &&
    entries.has(selection.placementId));

const openLink = (store: AppStore) => {
  const url = placeOf(store.getState())?.entry.url;
  if (url) window.open(url, '_blank', 'noopener,noreferrer');
};

const openPlacing = (how: 'move' | 'copy' | 'show') => (store: AppStore) => {
  const target = bulkTarget(store.getState());
  if (target) store.getState().openDialog({ kind: 'place', how, target });
};

/** Takes entries out of this topic, or deletes resources; focus goes to a neighbor, and undo is offered. */
const leave = (what: 'removed' | 'deleted') => async (store: AppStore) => {
  const { board, selection, ...state } = store.getState();
  const target = bulkTarget(store.getState());
  const placementIds = pickedIds(board, selection);
  if (!target) return;
  const [first] = placementIds;
  const title = entryOf(state, first)?.title ?? '';
  const goOn = leaveChosen(store);
  const report =
    what === 'removed'
      ? await callBulk(store, 'bulk.takeOut', { placementIds })
      : await callBulk(store, 'bulk.remove', { target });
  if (!report) return;
  goOn();
  const values = { title, topic: board?.topic.title ?? '', count: report.changed };
  const key = placementIds.length === 1 ? (`entry.${what}` as const) : (`bulk.${what}` as const);
  store.getState().notifyUndoable({ key, values });
};

/** What can be done with the entries that are selected on the board, or with resources that are selected elsewhere. */
export const entryActions: readonly Action[] = [
  {
    id: 'entry.edit',
    labelKey: 'entry.edit',
    icon: PanelRight,
    scope: 'entries',
    isAvailable: hasBulkTarget,
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
    isAvailable: hasEntries,
    run: (store) => stepEntry(store, -1),
  },
  {
    id: 'entry.move-down',
    labelKey: 'entry.move-down',
    icon: ArrowDown,
    shortcuts: ['Alt+ArrowDown'],
    scope: 'entries',
    onlyInPlace: true,
    isAvailable: hasEntries,
    run: (store) => stepEntry(store, 1),
  },
  {
    id: 'entry.to-first',
    labelKey: 'entry.to-first',
    icon: ArrowUpToLine,
    shortcuts: ['Alt+Shift+ArrowUp'],
    scope: 'entries',
    onlyInPlace: true,
    isAvailable: hasEntries,
    run: (store) => entryToEdge(store, -1),
  },
  {
    id: 'entry.to-last',
    labelKey: 'entry.to-last',
    icon: ArrowDownToLine,
    shortcuts: ['Alt+Shift+ArrowDown'],
    scope: 'entries',
    onlyInPlace: true,
    isAvailable: hasEntries,
    run: (store) => entryToEdge(store, 1),
  },
  {
    id: 'entry.previous-section',
    labelKey: 'entry.previous-section',
    shortcuts: ['Alt+Shift+ArrowLeft'],
    scope: 'entries',
    onlyInPlace: true,
    isAvailable: hasEntries,
    run: (store) => entryToNextSection(store, -1),
  },
  {
    id: 'entry.next-section',
    labelKey: 'entry.next-section',
    shortcuts: ['Alt+Shift+ArrowRight'],
    scope: 'entries',
    onlyInPlace: true,
    isAvailable: hasEntries,
    run: (store) => entryToNextSection(store, 1),
  },
  {
    id: 'entry.move-to',
    labelKey: 'entry.move-to',
    icon: FolderInput,
    shortcuts: ['M'],
    scope: 'entries',
    isAvailable: hasEntries,
    run: openPlacing('move'),
  },
  {
    id: 'entry.copy-to',
    labelKey: 'entry.copy-to',
    icon: Copy,
    shortcuts: ['C'],
    scope: 'entries',
    isAvailable: hasBulkTarget,
    run: openPlacing('copy'),
  },
  {
    id: 'entry.show-in',
    labelKey: 'entry.show-in',
    icon: CopyPlus,
    shortcuts: ['Shift+M'],
    scope: 'entries',
    isAvailable: hasBulkTarget,
    run: openPlacing('show'),
  },
  {
    id: 'entry.remove',
    labelKey: 'entry.remove',
    icon: X,
    shortcuts: ['Delete'],
    scope: 'entries',
    isAvailable: hasEntries,
    run: leave('removed'),
  },
  {
    id: 'entry.delete',
    labelKey: 'entry.delete',
    icon: Trash2,
    shortcuts: ['Shift+Delete'],
    scope: 'entries',
    isAvailable: hasBulkTarget,
    run: leave('deleted'),
  },
];
