import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Api } from '#renderer/api/api.ts';
import { settingsSchema } from '#shared/contract/settings.ts';
import type { AppState } from './state.ts';
import { createBoardSlice } from './board-slice.ts';
import { createConnectionSlice } from './connection-slice.ts';
import { createEntriesSlice } from './entries-slice.ts';
import { createGuideSlice } from './guide-slice.ts';
import { createHistorySlice } from './history-slice.ts';
import { createNoticesSlice } from './notices-slice.ts';
import { createPictureUploadSlice } from './picture-upload-slice.ts';
import { createSearchSlice } from './search-slice.ts';
import { createSettingsSlice } from './settings-slice.ts';
import { createSync } from './sync.ts';
import { noWork } from './no-work.ts';
import { createViewSlice } from './view-slice.ts';

/** The interface's state: a cache of the core and what is open, chosen and said. */
export type AppStore = StoreApi<AppState> & {
  /** Loads what a page needs first and follows the core from then on. Answers "stop". Throws when there is no core. */
  readonly start: () => Promise<() => void>;
  readonly api: Api;
};

/** Makes the store over an API. It asks for nothing until it is started. */
export const createAppStore = (api: Api): AppStore => {
  const sync = createSync(
    api,
    () => store.getState(),
    (patch) => store.setState(patch),
  );
  const store: StoreApi<AppState> = createStore<AppState>()((set, get) => {
    const tools = { api, sync, get, set };
    return {
      session: null,
      resourceTypes: [],
      lists: [],
      tree: null,
      ...noWork,
      revisions: {
        library: 0,
        topics: 0,
        resources: 0,
        placements: 0,
        resourceTypes: 0,
        images: 0,
        trash: 0,
        evidence: 0,
        rightsDecisions: 0,
        smartLists: 0,
        templates: 0,
        distinctions: 0,
      },
      settings: settingsSchema.parse({}),
      ...createConnectionSlice(tools),
      ...createBoardSlice(tools),
      ...createEntriesSlice(tools),
      ...createHistorySlice(tools),
      ...createNoticesSlice(tools),
      ...createSettingsSlice(tools),
      ...createViewSlice(tools),
      ...createGuideSlice(tools),
      ...createPictureUploadSlice(tools),
      ...createSearchSlice(tools),
    };
  });

  const start = async () => {
    const { session, board, ...rest } = await api.call('session.start', {});
    store.setState({ session, history: session.history, ...rest });
    if (board) {
      store.setState({ topicId: board.topic.id, selection: { kind: 'topic' } });
      store.getState().showBoard(board);
    }
    return api.follow({
      onEvent: sync.onEvent,
      onConnection: (connected) => store.setState({ connected }),
    });
  };

  return Object.assign(store, { start, api });
};
