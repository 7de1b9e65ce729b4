import type { Job } from '#shared/contract/events.ts';
import type { JobId } from '#shared/model/ids.ts';

/** What a running job tells and is told. */
export type JobHandle = {
  /** Aborted when the user cancels; work checks it between steps and throws `signal.reason`. */
  readonly signal: AbortSignal;
  /** Says how far it is, in whatever unit `total` counts. Cheap: events are sent a few times a second at most. */
  readonly progress: (done: number, total: number | null) => void;
};

/** Long work, watched from the interface by `/events` and `jobs.get`. */
export type Jobs = {
  /** Starts `work` in the background and answers its id at once. What `work` resolves to becomes the job's result. */
  readonly start: (kind: Job['kind'], work: (handle: JobHandle) => Promise<Job['result']>) => JobId;
  readonly get: (jobId: JobId) => Job;
  readonly cancel: (jobId: JobId) => void;
  /** Resolves when the job has ended, whichever way. For the command line and tests. */
  readonly ended: (jobId: JobId) => Promise<Job>;
  /** Cancels what runs and waits for it. */
  readonly close: () => Promise<void>;
};
