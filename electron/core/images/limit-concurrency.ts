/** Runs work, but no more than a set number at a time; the rest waits its turn. */
export type Limiter = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** A limiter that lets `most` pieces of work run side by side. */
export const createLimiter = (most: number): Limiter => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < most) running += 1;
    else {
      const turn = Promise.withResolvers<void>();
      waiting.push(turn.resolve);
      await turn.promise;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
