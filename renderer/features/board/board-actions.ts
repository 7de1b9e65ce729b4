import {
  ArrowDown,
  ArrowUp,
  Hand,
  LibraryBig,
  ListPlus,
  Sparkles,
  TextCursorInput,
  Trash2,
} from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { AppState } from '#renderer/app/store/state.ts';

/** The section the focus is or was in, else the first. */
const activeSection = ({ board, activeSectionId }: Pick<AppState, 'board' | 'activeSectionId'>) => {
  if (!board) return null;
  const found = board.sections.findIndex(({ section }) => section.id === activeSectionId);
  const index = Math.max(0, found);
  const current = board.sections[index];
  return current ? { ...current, index, count: board.sections.length, topicId: board.topic.id } : null;
};

const focusSection = (sectionId: string, selector = 'h2 button') =>
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-section-id="${sectionId}"] ${selector}`)?.focus(),
  );

const focusDescription = () => {
  // One frame for what is on top of the board to go, one for the focus that it gives back.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[data-description] [role="textbox"]')?.focus(),
    ),
  );
};

const moveSection = (by: -1 | 1) => async (store: AppStore) => {
  const active = activeSection(store.getState());
  const { mutate, announce } = store.getState();
  if (!active) return;
  const index = active.index + by;
  if (index < 0 || index >= active.count) return announce('move.cannot');
  const { topicId, section, count } = active;
  const outcome = await mutate('sections.move', { topicId, sectionId: section.id, index });
  if (outcome.ok) announce('section.moved', { title: section.title, position: index + 1, count });
  focusSection(section.id);
};

/** Entries go to the neighboring section, so nothing is lost and nothing has to be asked. */
const removeSection = async (store: AppStore) => {
  const { board, mutate, notifyUndoable } = store.getState();
  const active = activeSection(store.getState());
  const heir = active ? (board?.sections[active.index - 1] ?? board?.sections[active.index + 1]) : undefined;
  if (!active || !heir) return;
  const { topicId, section } = active;
  const outcome = await mutate('sections.remove', {
    topicId,
    sectionId: section.id,
    moveEntriesTo: heir.section.id,
  });
  if (!outcome.ok) return;
  notifyUndoable({ key: 'section.removed', values: { title: section.title, heir: heir.section.title } });
  focusSection(heir.section.id);
};

const setKind = (kind: 'curated' | 'live') => async (store: AppStore) => {
  const active = activeSection(store.getState());
  const { mutate, announce } = store.getState();
  if (!active) return;
  const { topicId, section } = active;
  const outcome = await mutate('sections.update', { topicId, sectionId: section.id, patch: { kind } });
  if (outcome.ok) announce(`section.now-${kind}`, { title: section.title });
};

const isKind = (kind: 'curated' | 'live') => (state: AppState) => activeSection(state)?.section.kind === kind;
const isOneOfMany = (state: AppState) => (activeSection(state)?.count ?? 0) > 1;
const hasSection = (state: AppState) => state.view === 'board' && activeSection(state) !== null;

/** What can be done with the sections of the open board: the one the focus is or was in. */
export const boardActions: readonly Action[] = [
  {
    id: 'topic.describe',
    labelKey: 'topic.describe',
    icon: TextCursorInput,
    scope: 'everywhere',
    isAvailable: ({ board, view }) => board !== null && view === 'board',
    run: focusDescription,
  },
  {
    id: 'section.add',
    labelKey: 'section.add',
    icon: ListPlus,
    scope: 'everywhere',
    isAvailable: hasSection,
    run: (store) => store.getState().setNewSection(true),
  },
  {
    id: 'resource.create',
    labelKey: 'resource.create',
    icon: ListPlus,
    shortcuts: ['Mod+Alt+A'],
    singleKey: { key: 'A', scopes: ['board', 'navigator'] },
    scope: 'everywhere',
    isAvailable: hasSection,
    run: (store) => {
      const active = activeSection(store.getState());
      if (active) focusSection(active.section.id, 'input');
    },
  },
  {
    id: 'resource.add-from-library',
    labelKey: 'resource.add-from-library',
    icon: LibraryBig,
    singleKey: { key: 'Shift+A', scopes: ['board'] },
    scope: 'everywhere',
    isAvailable: hasSection,
    run: (store) => {
      const active = activeSection(store.getState());
      if (!active) return;
      const { topicId, section } = active;
      store.getState().openDialog({ kind: 'add-from-library', topicId, sectionId: section.id });
    },
  },
  {
    id: 'section.by-hand',
    labelKey: 'section.by-hand',
    icon: Hand,
    scope: 'everywhere',
    isAvailable: isKind('live'),
    run: setKind('curated'),
  },
  {
    id: 'section.live',
    labelKey: 'section.live',
    icon: Sparkles,
    scope: 'everywhere',
    isAvailable: isKind('curated'),
    run: setKind('live'),
  },
  {
    id: 'section.move-up',
    labelKey: 'section.move-up',
    icon: ArrowUp,
    shortcuts: ['Mod+Shift+ArrowUp'],
    scope: 'everywhere',
    isAvailable: isOneOfMany,
    run: moveSection(-1),
  },
  {
    id: 'section.move-down',
    labelKey: 'section.move-down',
    icon: ArrowDown,
    shortcuts: ['Mod+Shift+ArrowDown'],
    scope: 'everywhere',
    isAvailable: isOneOfMany,
    run: moveSection(1),
  },
  {
    id: 'section.remove',
    labelKey: 'section.remove',
    icon: Trash2,
    scope: 'everywhere',
    isAvailable: isOneOfMany,
    run: removeSection,
  },
];
