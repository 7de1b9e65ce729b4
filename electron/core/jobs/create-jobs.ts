import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import { jobIdSchema, type JobId } from '#shared/model/ids.ts';
import type { Clock, Events, Ids, Logger } from '../context.ts';
import { toErrorBody } from '../error-body.ts';
import { createSpeaker, forgetOldJobs, type JobEntry } from './job-entry.ts';
import type { Jobs } from './jobs.ts';

type Needs = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly logger: Logger;
};

const cancellation = () =>
  new CarrelError('cancelled', 'This was cancelled. Nothing was changed.', { reason: 'cancelled' });

/** Cancelled work may end in whatever error the abort led to; only an unexpected one is still a failure. */
const toOutcome = (error: unknown, signal: AbortSignal, logger: Logger): Partial<Job> => {
  const body = toErrorBody(error, logger);
  const cancelled = body.code === 'cancelled' || (signal.aborted && body.code !== 'internal');
  return cancelled ? { state: 'cancelled', error: null } : { state: 'failed', error: body };
};

const unknownJob = (): CarrelError =>
  new CarrelError('not-found', 'This piece of work is not known (any more).', { reason: 'unknown-job' });

/** Long work and its progress. A job that has ended can be asked about for an hour, the last hundred of them. */
export const createJobs = ({ clock, ids, events, logger }: Needs): Jobs => {
  const entries = new Map<JobId, JobEntry>();
  const now = () => Date.parse(clock.now());

  const { say, saySoon } = createSpeaker(events);

  const require = (jobId: JobId): JobEntry => {
    forgetOldJobs(entries, now());
    const entry = entries.get(jobId);
    if (entry === undefined) throw unknownJob();
    return entry;
  };

  const end = (entry: JobEntry, outcome: Partial<Job>): Job => {
    entry.job = { ...entry.job, ...outcome };
    entry.endedAt = now();
    say(entry);
    return entry.job;
  };

  const start: Jobs['start'] = (kind, work) => {
    forgetOldJobs(entries, now());
    const id = jobIdSchema.parse(ids.next());
    const abort = new AbortController();
    const progress = (done: number, total: number | null) => {
      if (entry.endedAt !== null) return;
      entry.job = { ...entry.job, done, total };
      saySoon(entry);
    };
    // Begins in the next turn, so that the caller has the id before the first event.
    const ended = Promise.resolve()
      .then(() => work({ signal: abort.signal, progress }))
      .then(
        (result) => end(entry, { state: 'done', result }),
        (error: unknown) => end(entry, toOutcome(error, abort.signal, logger)),
      );
    const entry: JobEntry = {
      job: { id, kind, state: 'running', done: 0, total: null, result: null, error: null },
      abort,
      ended,
      endedAt: null,
      timer: null,
      saidAt: -Infinity,
    };
    entries.set(id, entry);
    return id;
  };

  return {
    start,
    get: (jobId) => require(jobId).job,
    cancel: (jobId) => require(jobId).abort.abort(cancellation()),
    ended: (jobId) => require(jobId).ended,
    close: async () => {
      for (const entry of entries.values()) entry.abort.abort(cancellation());
      await Promise.all([...entries.values()].map((entry) => entry.ended));
    },
  };
};
