import type { SettingsSlice } from './state.ts';
import type { SliceTools } from './tools.ts';

/** A person's settings. They show at once: they are no part of the library, and nothing is lost when one fails. */
export const createSettingsSlice = ({
  api,
  get,
  set,
}: SliceTools): Pick<SettingsSlice, 'changeSettings'> => ({
  changeSettings: async (patch) => {
    set({ settings: { ...get().settings, ...patch } });
    try {
      await api.call('settings.update', patch);
    } catch (error) {
      get().notify({ tone: 'problem', text: { error } });
    }
  },
});
