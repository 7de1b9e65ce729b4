import type { Api } from '#renderer/api/api.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import type { HistoryState } from '#shared/contract/views.ts';
import { tableSchemas, type TableName } from '#shared/model/library.ts';
import type { AppState } from './state.ts';

type Get = () => AppState;
type Set = (patch: Partial<AppState>) => void;

const allTables = Object.keys(tableSchemas) as TableName[];

const tablesOf = (touched: readonly string[]): TableName[] =>
  allTables.filter((table) => touched.some((name) => name.startsWith(`${table}/`)));

const bump = (revisions: AppState['revisions'], tables: readonly TableName[]): AppState['revisions'] => ({
  ...revisions,
  ...Object.fromEntries(tables.map((table) => [table, revisions[table] + 1])),
});

/** Keeps what the page holds in step with the core. */
export type Sync = {
  /** Fetches what these tables feed (default: everything). Calls while one is running are joined into one more. */
  readonly refresh: (tables?: readonly TableName[]) => Promise<void>;
  /** Resolves when the page is at least as new as the core was when this was called. */
  readonly catchUp: (known?: HistoryState) => Promise<void>;
  readonly onEvent: (event: CoreEvent) => void;
};

// Only a board that is gone is closed; while the core is away, what is shown stays.
const notFoundToNull = (error: unknown): null => {
  if (error instanceof CarrelError && error.code === 'not-found') return null;
  throw error;
};

/** What has to be asked again when records of some tables have changed. */
type Need = { readonly tables: readonly TableName[]; readonly fetch: () => Promise<void> };

/** The record that the details show, as `table/id`. */
const shownRecord = ({ selection }: AppState): string | null => {
  if (selection.kind === 'resource') return `resources/${selection.resourceId}`;
  return selection.kind === 'image' ? `images/${selection.imageId}` : null;
};

/**
 * Closes what is shown and was taken away, by undo or in another window, before anything is asked about it again: a board
 * or details whose record is gone would only be told so.
 */
const createLetGo = (api: Api, get: Get) => async (tables: readonly TableName[]) => {
  const { topicId, selection } = get();
  const names = [topicId === null ? null : `topics/${topicId}`, shownRecord(get())];
  const held = names.filter((name) => name !== null && tables.some((table) => name.startsWith(`${table}/`)));
  if (held.length === 0) return;
  const present = new Set(
    await api.call('history.present', { records: held.filter((name) => name !== null) }),
  );
  const [isTopicGone, isShownGone] = names.map(
    (name) => name !== null && held.includes(name) && !present.has(name),
  );
  if (isTopicGone && get().topicId === topicId) await get().openTopic(null);
  else if (isShownGone && get().selection === selection)
    get().select({ kind: get().topicId === null ? 'none' : 'topic' });
};

const createNeeds = (api: Api, get: Get, set: Set): readonly Need[] => {
  const fetchBoard = async () => {
    const { topicId } = get();
    if (topicId === null) return;
    const board = await api.call('topics.board', { topicId }).catch(notFoundToNull);
    if (get().topicId !== topicId) return;
    if (board) get().showBoard(board);
    else await get().openTopic(null);
  };

  return [
    { tables: ['topics', 'placements'], fetch: async () => set({ tree: await api.call('topics.tree', {}) }) },
    { tables: ['topics', 'placements', 'resources', 'images'], fetch: fetchBoard },
    {
      tables: ['resourceTypes'],
      fetch: async () => set({ resourceTypes: await api.call('resourceTypes.list', {}) }),
    },
    { tables: ['smartLists'], fetch: async () => set({ lists: await api.call('lists.all', {}) }) },
    {
      tables: ['library', 'trash', 'images', 'topics', 'resources'],
      fetch: async () => set({ session: await api.call('session.get', {}) }),
    },
  ];
};

const createFetch = (api: Api, get: Get, set: Set) => {
  const needs = createNeeds(api, get, set);
  const letGoOfGone = createLetGo(api, get);
  return async (tables: readonly TableName[]) => {
    const affected = needs.filter((need) => need.tables.some((table) => tables.includes(table)));
    await letGoOfGone(tables);
    await Promise.all(affected.map((need) => need.fetch()));
    set({ revisions: bump(get().revisions, tables) });
  };
};

/** Fetches for the store, at the right moments and no more often than needed. */
export const createSync = (api: Api, get: Get, set: Set): Sync => {
  const fetchFor = createFetch(api, get, set);
  let wanted = new Set<TableName>();
  let running: Promise<void> | null = null;

  const run = async () => {
    while (wanted.size > 0) {
      const tables = [...wanted];
      wanted = new Set();
      try {
        await fetchFor(tables);
      } catch (error) {
        for (const table of tables) wanted.add(table);
        throw error;
      }
    }
  };

  const refresh: Sync['refresh'] = async (tables = allTables) => {
    for (const table of tables) wanted.add(table);
    running ??= run().finally(() => {
      running = null;
    });
    await running;
  };

  const fetchLookups = async () => set({ lookups: await api.call('capture.lookups', {}) });

  const moveTo = async (history: HistoryState, tables?: readonly TableName[]) => {
    const { seq } = get().history;
    // What could not be fetched while the core was away is still wanted.
    if (history.seq === seq) return wanted.size > 0 ? await refresh([]) : void (await running);
    const missedSome = history.seq !== seq + 1;
    set({ history });
    await refresh(missedSome ? allTables : tables);
  };

  return {
    refresh,
    catchUp: async (known) => moveTo(known ?? (await api.call('history.state', {}))),
    onEvent: (event) => {
      if (event.type === 'job') set({ jobs: { ...get().jobs, [event.job.id]: event.job } });
      else if (event.type === 'settings')
        void api.call('settings.get', {}).then((settings) => set({ settings }));
      else if (event.type === 'lookups') void fetchLookups().catch(() => {});
      else if (event.type === 'replaced') api.beginAnew();
      else {
        if (event.type === 'hello') void fetchLookups().catch(() => {});
        void moveTo(event.history, event.type === 'changed' ? tablesOf(event.touched) : allTables).catch(
          () => {},
        );
      }
    },
  };
};
