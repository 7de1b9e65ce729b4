import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import { jobIdSchema, type JobId } from '#shared/model/ids.ts';
import type { Clock, Events, Ids, Logger } from '../context.ts';
import { toErrorBody } from '../error-body.ts';
import type { Jobs } from './jobs.ts';

/** Between two progress events of one job, in milliseconds. */
const quietTime = 200;
const keptFor = 60 * 60 * 1000;
const keptAtMost = 100;

type Entry = {
  job: Job;
  readonly abort: AbortController;
  readonly ended: Promise<Job>;
  endedAt: number | null;
  timer: NodeJS.Timeout | null;
  saidAt: number;
};

type Needs = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly logger: Logger;
};

/** Long work and its progress. A job that has ended can be asked about for an hour, the last hundred of them. */
export const createJobs = ({ clock, ids, events, logger }: Needs): Jobs => {
  const entries = new Map<JobId, Entry>();
  const now = () => Date.parse(clock.now());

  const say = (entry: Entry) => {
    if (entry.timer !== null) clearTimeout(entry.timer);
    entry.timer = null;
    entry.saidAt = performance.now();
    events.publish({ type: 'job', job: entry.job });
  };

  const saySoon = (entry: Entry) => {
    if (entry.timer !== null) return;
    const wait = entry.saidAt + quietTime - performance.now();
    if (wait <= 0) say(entry);
    else entry.timer = setTimeout(() => say(entry), wait).unref();
  };

  const forgetOld = () => {
    const ended = [...entries].filter(([, entry]) => entry.endedAt !== null);
    const surplus = ended.length - keptAtMost;
    ended.forEach(([id, entry], index) => {
      if (index < surplus || now() - (entry.endedAt ?? 0) > keptFor) entries.delete(id);
    });
  };

  const require = (jobId: JobId): Entry => {
    forgetOld();
    const entry = entries.get(jobId);
    if (entry === undefined)
      throw new CarrelError('not-found', 'This piece of work is not known (any more).', {
        reason: 'unknown-job',
      });
    return entry;
  };

  const end = (entry: Entry, outcome: Partial<Job>): Job => {
    entry.job = { ...entry.job, ...outcome };
    entry.endedAt = now();
    say(entry);
    return entry.job;
  };

  const fail = (entry: Entry, error: unknown): Job => {
    const body = toErrorBody(error, logger);
    const cancelled = body.code === 'cancelled' || (entry.abort.signal.aborted && body.code !== 'internal');
    return end(entry, { state: cancelled ? 'cancelled' : 'failed', error: cancelled ? null : body });
  };

  const start: Jobs['start'] = (kind, work) => {
    forgetOld();
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
        (error: unknown) => fail(entry, error),
      );
    const entry: Entry = {
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

  const cancel = (jobId: JobId) => require(jobId).abort.abort(cancellation());

  return {
    start,
    get: (jobId) => require(jobId).job,
    cancel,
    ended: (jobId) => require(jobId).ended,
    close: async () => {
      for (const entry of entries.values()) entry.abort.abort(cancellation());
      await Promise.all([...entries.values()].map((entry) => entry.ended));
    },
  };
};

const cancellation = () =>
  new CarrelError('cancelled', 'This was cancelled. Nothing was changed.', { reason: 'cancelled' });
