/** Starts works one after another, `most` of them at a time. */
export type Parallel = {
  /** Starts a work as soon as there is room. Rejects when an earlier one failed. */
  readonly start: (work: () => Promise<void>) => Promise<void>;
  /** Waits for all that were started. Rejects when one of them failed. */
  readonly finish: () => Promise<void>;
  /** Waits for all that were started, however they end. */
  readonly settle: () => Promise<void>;
};

/** So that slow disks and the renderer work at the same time, and memory stays bounded. */
export const inParallel = (most: number): Parallel => {
  const running = new Set<Promise<void>>();
  let failed: { readonly error: unknown } | null = null;
  const check = () => {
    if (failed) throw failed.error;
  };
  const settle = async () => {
    while (running.size > 0) await Promise.all(running);
  };
  return {
    start: async (work) => {
      while (running.size >= most) await Promise.race(running);
      check();
      const run: Promise<void> = work()
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    finish: async () => {
      await settle();
      check();
    },
    settle,
  };
};
