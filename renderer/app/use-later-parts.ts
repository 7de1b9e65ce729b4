import { useEffect } from 'react';
import { laterParts } from './parts.ts';

/** Until the page has nothing else to do; where a browser does not tell, for a moment. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 2_000 });
    else setTimeout(resolve, 50);
  });

const fetchParts = async (stop: AbortSignal): Promise<void> => {
  for (const part of laterParts) {
    await idle();
    if (stop.aborted) return;
    // What does not come now is asked for again, and told of, when it is wanted.
    await part.preload().catch(() => undefined);
  }
};

/** Fetches the rest of the interface, part by part, while nothing else is going on, so that nobody waits for it later. */
export const useLaterParts = (): void => {
  useEffect(() => {
    const stop = new AbortController();
    void fetchParts(stop.signal);
    return () => stop.abort();
  }, []);
};
