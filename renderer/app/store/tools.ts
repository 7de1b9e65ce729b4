import type { Api } from '#renderer/api/api.ts';
import type { AppState } from './state.ts';
import type { Sync } from './sync.ts';

/** What a slice is made with. */
export type SliceTools = {
  readonly api: Api;
  readonly sync: Sync;
  readonly get: () => AppState;
  readonly set: (patch: Partial<AppState> | ((state: AppState) => Partial<AppState>)) => void;
};
