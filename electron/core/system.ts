import { format } from 'node:util';
import { v7 } from 'uuid';
import { instantSchema } from '#shared/model/dates.ts';
import type { Clock, Ids, Logger } from './context.ts';

/** The machine's own time. */
export const systemClock: Clock = { now: () => instantSchema.parse(new Date().toISOString()) };

/** UUID version 7, ordered even within a millisecond. */
export const systemIds: Ids = { next: () => v7() };

const print = (...parts: unknown[]) => process.stderr.write(`${format(...parts)}\n`);

/** Writes to standard error, failures with their stacks: for whoever looks after the machine. */
export const consoleLogger: Logger = {
  info: (message, details) => void print(message, ...(details === undefined ? [] : [details])),
  error: (message, error) => void print(message, error),
};
