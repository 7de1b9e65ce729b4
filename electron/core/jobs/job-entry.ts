import type { Job } from '#shared/contract/events.ts';
import type { Events } from '../context.ts';

/** A job as it is kept in memory. */
export type JobEntry = {
  job: Job;
  readonly abort: AbortController;
  readonly ended: Promise<Job>;
  endedAt: number | null;
  timer: NodeJS.Timeout | null;
  /** When it was last spoken of, by the machine's steady clock. */
  saidAt: number;
};

/** Between two progress events of one job, in milliseconds. */
const quietTime = 200;

const keptFor = 60 * 60 * 1000;
const keptAtMost = 100;

/** Speaks of a job at once, or soon: a few times a second however often it is asked. */
export const createSpeaker = (events: Pick<Events, 'publish'>) => {
  const say = (entry: JobEntry): void => {
    if (entry.timer !== null) clearTimeout(entry.timer);
    entry.timer = null;
    entry.saidAt = performance.now();
    events.publish({ type: 'job', job: entry.job });
  };
  const saySoon = (entry: JobEntry): void => {
    if (entry.timer !== null) return;
    const wait = entry.saidAt + quietTime - performance.now();
    if (wait <= 0) say(entry);
    else entry.timer = setTimeout(() => say(entry), wait).unref();
  };
  return { say, saySoon };
};

/** Drops jobs that ended more than an hour before `now`, and all but the last hundred that ended. */
export const forgetOldJobs = (entries: Map<string, JobEntry>, now: number): void => {
  const ended = [...entries].filter(([, entry]) => entry.endedAt !== null);
  const surplus = ended.length - keptAtMost;
  ended.forEach(([id, entry], index) => {
    if (index < surplus || now - (entry.endedAt ?? 0) > keptFor) entries.delete(id);
  });
};
