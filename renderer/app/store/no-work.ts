import type { BackupsSlice, JobsSlice, LookupsSlice } from './state.ts';

/** Nothing goes on in the background yet. */
export const noWork: JobsSlice & LookupsSlice & BackupsSlice = {
  jobs: {},
  bulkJob: null,
  backups: { isBusy: false, taken: 0 },
  lookups: { waiting: 0, done: 0, failed: [] },
};
