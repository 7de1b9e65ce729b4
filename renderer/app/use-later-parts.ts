import { useEffect } from 'react';
import { whenIdle } from '#renderer/ui/when-idle.ts';
import { laterParts } from './parts.ts';

const fetchParts = async (stop: AbortSignal): Promise<void> => {
  for (const part of laterParts) {
    await new Promise<void>((resolve) => {
      whenIdle(resolve);
    });
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
