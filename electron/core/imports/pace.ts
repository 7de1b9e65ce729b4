import { setImmediate } from 'node:timers/promises';
import type { JobHandle } from '#core/jobs/jobs.ts';
import type { ReadWork } from './reader.ts';

/** How long work goes on before others get their turn, in milliseconds. */
const turn = 12;

/** Makes the `pace` of a job: reports, gives others their turn, throws when the job is cancelled. */
export const createPace = ({ signal, progress }: JobHandle): ReadWork['pace'] => {
  let since = performance.now();
  return async (done, total) => {
    if (performance.now() - since < turn) return;
    progress(done, total);
    await setImmediate();
    signal.throwIfAborted();
    since = performance.now();
  };
};

/** A pace for short work outside a job: only gives others their turn. */
export const createIdlePace = (): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await setImmediate();
    since = performance.now();
  };
};
