import { setTimeout as wait } from 'node:timers/promises';

/** Takes turns by host: one request at a time, and a pause after each. */
export type HostTurns = {
  readonly isTaken: (host: string) => boolean;
  readonly inTurn: <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;
};

/** Turns with a pause of so many milliseconds. `onFree` is told whenever a host can be asked again. */
export const createHostTurns = (pause: number, signal: AbortSignal, onFree: () => void): HostTurns => {
  const last = new Map<string, Promise<unknown>>();
  return {
    isTaken: (host) => last.has(host),
    inTurn: (host, work) => {
      const mine = (last.get(host) ?? Promise.resolve()).then(() => {
        signal.throwIfAborted();
        return work();
      });
      const over = mine
        .catch(() => undefined)
        .then(() => wait(pause, undefined, { signal, ref: false }))
        .catch(() => undefined)
        .then(() => {
          if (last.get(host) !== over) return;
          last.delete(host);
          onFree();
        });
      last.set(host, over);
      return mine;
    },
  };
};
