import type { JobsSlice, LookupsSlice } from './state.ts';

/** Nothing goes on in the background yet. */
export const noWork: JobsSlice & LookupsSlice = {
  jobs: {},
  bulkJob: null,
  lookups: { waiting: 0, done: 0, failed: [] },
};
