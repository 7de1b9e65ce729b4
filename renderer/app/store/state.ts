import type { LookupsState } from '#shared/contract/capture.ts';
import type { InputOf, Method, OutputOf } from '#shared/contract/contract.ts';
import type { Job } from '#shared/contract/events.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { Board, Entry, HistoryState, TopicNode } from '#shared/contract/views.ts';
import type { ChangeLabel } from '#shared/model/change.ts';
import type { ResourceSort } from '#shared/model/smart-list.ts';
import type { TableName } from '#shared/model/library.ts';
import type { ChangeId, JobId, PlacementId, SectionId, TopicId } from '#shared/model/ids.ts';
import type { MessageKey, MessageValues } from '#renderer/i18n/i18n.ts';
import type { Selection } from '../selection.ts';
import type { DialogState, View } from '../view.ts';

/** How a mutation ended. A failure has been told to the user already, unless it was asked to be quiet. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown };

/** Truth about the disk: `saving` while a call that changes something is out, `problem` when the core is gone. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'problem';

export type ConnectionSlice = {
  /** False while the event stream is broken. True before the first attempt has failed. */
  readonly connected: boolean;
  /** Calls that change something and are not answered yet. */
  readonly pending: number;
  /** True when the disk refused the last change. */
  readonly unsaved: boolean;
  /**
   * Makes a call that changes something, and waits until what the page shows has caught up with it, so that focus and
   * selection can go to what is new. Never throws.
   */
  readonly mutate: <M extends Method>(
    method: M,
    input: InputOf<M>,
    options?: { readonly quiet?: boolean },
  ) => Promise<Outcome<OutputOf<M>>>;
  /** Asks again for all that is shown. */
  readonly reload: () => Promise<void>;
};

export type SessionSlice = {
  readonly session: OutputOf<'session.get'> | null;
  readonly resourceTypes: OutputOf<'resourceTypes.list'>;
  /** The library's own smart lists, in their order. */
  readonly lists: OutputOf<'lists.all'>;
};

export type TopicsSlice = {
  /** Depth first, siblings in order; null until loaded. */
  readonly tree: readonly TopicNode[] | null;
};

export type BoardSlice = {
  readonly topicId: TopicId | null;
  readonly board: Board | null;
  /** Opens a topic's board, selects its settings and remembers it. Null closes the board. */
  readonly openTopic: (topicId: TopicId | null) => Promise<void>;
  /** The section that the focus is or was in. */
  readonly activeSectionId: SectionId | null;
  readonly setActiveSection: (sectionId: SectionId) => void;
  /** Whether a new section's title is being typed. */
  readonly newSection: boolean;
  readonly setNewSection: (newSection: boolean) => void;
  /** Whether the focal point of the topic's picture is being set, or was refused by the picture's license. */
  readonly heroAim: 'aiming' | 'refused' | null;
  readonly setHeroAim: (heroAim: BoardSlice['heroAim']) => void;
};

/** An entry as it was told, and the version of the board it belongs to. */
export type KnownEntry = { readonly entry: Entry; readonly boardVersion: number };

export type EntriesSlice = {
  /** What is known of the open board's entries: of a long one, those that were in sight. */
  readonly entries: ReadonlyMap<PlacementId, KnownEntry>;
  /** Counts up whenever the board was asked for again: what is known from before may have changed since. */
  readonly boardVersion: number;
  /** Takes over a board that was asked for. */
  readonly showBoard: (board: Board) => void;
  /** Asks for entries that are in sight and not known, or not as they are now. */
  readonly wantEntries: (ids: readonly PlacementId[]) => void;
};

export type SelectionSlice = {
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
};

export type HistorySlice = {
  readonly history: HistoryState;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
};

export type JobsSlice = {
  readonly jobs: Readonly<Record<string, Job>>;
  /** The bulk work that is going on, to be shown with its progress. */
  readonly bulkJob: JobId | null;
};

/** Something to tell the user, shown in a corner and spoken. `problem` stays until it is closed. */
export type Notice = {
  readonly id: number;
  readonly tone: 'info' | 'done' | 'problem';
  readonly text: NoticeText;
  readonly action?: { readonly labelKey: MessageKey; readonly run: () => void };
  /** The change that its action takes back: the notice goes as soon as that is no longer the last one. */
  readonly undoes?: ChangeId | undefined;
};
/** A message, a message about a change (its label becomes `{change}`), or an error to be worded. */
export type NoticeText =
  | { readonly key: MessageKey; readonly values?: MessageValues }
  | { readonly key: MessageKey; readonly label: ChangeLabel }
  | { readonly error: unknown; /** The file or thing it is about. */ readonly about?: string };

export type BackupsSlice = {
  /** Whether one is being taken, and how many were taken from this window. */
  readonly backups: { readonly isBusy: boolean; readonly taken: number };
};

export type LookupsSlice = {
  /** What is looked up online: how many wait, and which failed. */
  readonly lookups: LookupsState;
};

export type NoticesSlice = {
  readonly notices: readonly Notice[];
  readonly notify: (notice: Omit<Notice, 'id'>) => void;
  /** Tells what the last change did and offers to take exactly that one back. */
  readonly notifyUndoable: (text: NoticeText, afterUndo?: () => void) => void;
  readonly dismissNotice: (id: number) => void;
  /** The last thing said to screen readers; the id makes saying the same again a new message. */
  readonly announcement: { readonly id: number; readonly text: NoticeText } | null;
  readonly announce: (key: MessageKey, values?: MessageValues) => void;
  readonly announceChange: (key: MessageKey, label: ChangeLabel) => void;
};

export type SettingsSlice = {
  readonly settings: Settings;
  readonly changeSettings: (patch: Partial<Settings>) => Promise<void>;
};

export type ViewSlice = {
  readonly view: View;
  readonly showView: (view: View) => void;
  readonly dialog: DialogState | null;
  readonly openDialog: (dialog: DialogState | null) => void;
  /** Which pane is out as a drawer, in a narrow window. */
  readonly drawer: 'navigator' | 'inspector' | null;
  readonly openDrawer: (drawer: 'navigator' | 'inspector' | null) => void;
};

export type GuideSlice = {
  /** The page of the user guide that is or was open. */
  readonly guidePage: string;
  /** Where closing the guide leads. */
  readonly viewBeforeGuide: View;
  readonly showGuide: (page: string) => void;
  readonly closeGuide: () => void;
  /** Which card of the short tour shows, from 0; null: none. Ending it is remembered. */
  readonly tourStep: number | null;
  readonly setTourStep: (step: number | null) => void;
};

/** A topic that is being made. What was written of it is kept here: a window that gets narrow draws its field anew. */
type NewTopic = {
  readonly parentId: TopicId | null;
  readonly title: string;
  /** What it begins with: `empty`, a starter or a template. */
  readonly beginWith: string;
};

export type NavigatorSlice = {
  /** Where a new topic's title is being typed: below this topic, or at the top for null. Null: nowhere. */
  readonly newTopic: NewTopic | null;
  /** Whose title is being rewritten in the tree. */
  readonly renaming: TopicId | null;
  /** The list that the focus is on or whose menu is open; null: none, then it is the one that is open. */
  readonly listAtHand: string | null;
  readonly setNavigator: (
    patch: Partial<Pick<NavigatorSlice, 'newTopic' | 'renaming' | 'listAtHand'>>,
  ) => void;
};

export type PictureUploadSlice = {
  /** The pictures coming in now: which one, how many, and the share of all that is through, 0 to 1. */
  readonly pictureUpload: {
    readonly name: string;
    readonly done: number;
    readonly total: number;
    readonly share: number;
  } | null;
  readonly showPictureUpload: (upload: PictureUploadSlice['pictureUpload']) => void;
  /** Lets the rest be. What is in the library stays there. */
  readonly stopPictureUpload: () => void;
};

/** What is searched for, and how the results are shown. */
export type SearchState = {
  readonly query: string;
  readonly sort: ResourceSort;
  readonly descending: boolean;
  readonly as: 'list' | 'table';
  /** The list that was opened, as long as its query stands; built-in ones have a word for an id. */
  readonly listId: string | null;
};

export type SearchSlice = {
  readonly search: SearchState;
  /** Changes the search and shows what it finds. */
  readonly changeSearch: (patch: Partial<SearchState>) => void;
};

export type SyncSlice = {
  /** Counts up for a table whenever one of its records changed: what queries outside the store depend on. */
  readonly revisions: Readonly<Record<TableName, number>>;
};

export type AppState = ConnectionSlice &
  SessionSlice &
  TopicsSlice &
  BoardSlice &
  EntriesSlice &
  SelectionSlice &
  HistorySlice &
  JobsSlice &
  LookupsSlice &
  BackupsSlice &
  NoticesSlice &
  SettingsSlice &
  ViewSlice &
  PictureUploadSlice &
  NavigatorSlice &
  GuideSlice &
  SearchSlice &
  SyncSlice;
