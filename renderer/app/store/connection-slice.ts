import type { ConnectionSlice, AppState, Outcome, SaveState } from './state.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { ConnectionError } from '#renderer/api/connection-error.ts';
import type { SliceTools } from './tools.ts';

const isDisk = (error: unknown): boolean => error instanceof CarrelError && error.code === 'storage';

/** Calls that change something, counted, so that "Saved" is never said too early. */
export const createConnectionSlice = ({ api, sync, get, set }: SliceTools): ConnectionSlice => {
  const fail = (error: unknown, quiet: boolean): Outcome<never> => {
    if (error instanceof ConnectionError) set({ connected: false });
    if (isDisk(error)) set({ unsaved: true });
    if (!quiet) get().notify({ tone: 'problem', text: { error } });
    return { ok: false, error };
  };

  return {
    connected: true,
    pending: 0,
    unsaved: false,
    mutate: async (method, input, { quiet = false } = {}) => {
      set((state) => ({ pending: state.pending + 1 }));
      try {
        const value = await api.call(method, input);
        set({ connected: true, unsaved: false });
        // The change is on the disk: a page that cannot catch up is a broken connection, not a failed change.
        await sync.catchUp().catch(() => set({ connected: false }));
        return { ok: true, value };
      } catch (error) {
        return fail(error, quiet);
      } finally {
        set((state) => ({ pending: state.pending - 1 }));
      }
    },
    reload: async () => {
      try {
        const history = await api.call('history.state', {});
        set({ history });
        await sync.refresh();
        set({ connected: true });
      } catch (error) {
        fail(error, true);
      }
    },
  };
};

/** What the "Saved" indicator may truthfully say. */
export const saveState = ({
  connected,
  pending,
  unsaved,
}: Pick<AppState, 'connected' | 'pending' | 'unsaved'>): SaveState => {
  if (!connected) return 'problem';
  if (pending > 0) return 'saving';
  return unsaved ? 'unsaved' : 'saved';
};
