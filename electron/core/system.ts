import { randomFillSync } from 'node:crypto';
import { format } from 'node:util';
import { v7 } from 'uuid';
import type { Clock, Ids, Logger } from './context.ts';

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** Random bytes fetched many at a time: asking the system for each id would take most of the time of a large import. */
const createRandomPool = () => {
  const pool = new Uint8Array(16 * 512);
  let used = pool.length;
  return (): Uint8Array => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += 16;
    return pool.slice(used - 16, used);
  };
};

/** Makes UUIDs of version 7, ordered even within a millisecond by a counter that begins at random (RFC 9562 §6.2). */
const createIds = (): Ids => {
  const random = createRandomPool();
  let [msecs, seq] = [0, 0];
  return {
    next: () => {
      const now = Date.now();
      const bytes = random();
      if (now > msecs || seq === 0xffff_ffff) {
        msecs = Math.max(now, msecs + 1);
        seq = new DataView(bytes.buffer).getUint32(0) >>> 1;
      } else seq += 1;
      return v7({ random: bytes, msecs, seq });
    },
  };
};

/** Ids for everything that is made on this machine. */
export const systemIds: Ids = createIds();

const print = (...parts: unknown[]) => process.stderr.write(`${format(...parts)}\n`);

/** Writes to standard error, failures with their stacks: for whoever looks after the machine. */
export const consoleLogger: Logger = {
  info: (message, details) => void print(message, ...(details === undefined ? [] : [details])),
  error: (message, error) => void print(message, error),
};
