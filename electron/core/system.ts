import { v7 } from 'uuid';
import { instantSchema } from '#shared/model/dates.ts';
import type { Clock, Ids, Logger } from './context.ts';

/** The machine's own time. */
export const systemClock: Clock = { now: () => instantSchema.parse(new Date().toISOString()) };

/** UUID version 7, ordered even within a millisecond. */
export const systemIds: Ids = { next: () => v7() };

/** Writes to the terminal, errors with their stacks: for hosts that have one. */
export const consoleLogger: Logger = {
  info: (message, details) => console.info(message, ...(details === undefined ? [] : [details])),
  error: (message, error) => console.error(message, error),
};
