import type { Datastore } from '#core/datastore/datastore.ts';
import { createPause } from '#core/datastore/stage-in-slices.ts';
import { resolveAtOnce, resolveSteps, type PublicationOrder } from './publication.ts';
import type { Publication } from './publication-types.ts';

/** How often a library that changes meanwhile is begun anew, before it is read in one go. */
const attempts = 3;

/** One attempt; null when the library changed before it was done. */
const attempt = async (
  datastore: Datastore,
  order: PublicationOrder,
  signal: AbortSignal | undefined,
): Promise<Publication | null> => {
  const pause = createPause();
  const library = { changed: false };
  const stop = datastore.subscribe(() => {
    library.changed = true;
  });
  try {
    const steps = resolveSteps(datastore, order);
    while (!library.changed) {
      const step = steps.next();
      if (step.done) return step.value;
      await pause();
      signal?.throwIfAborted();
    }
    return null;
  } finally {
    stop();
  }
};

/** Resolves what is to be published and lets others have their turn. What it answers is the library at one moment. */
export const resolveInSlices = async (
  datastore: Datastore,
  order: PublicationOrder,
  signal?: AbortSignal,
): Promise<Publication> => {
  // What belongs to what is asked at every step; of a large library it is not known yet when nobody has asked.
  await datastore.prepare();
  for (let count = 0; count < attempts; count += 1) {
    const publication = await attempt(datastore, order, signal);
    if (publication) return publication;
  }
  return resolveAtOnce(datastore, order);
};
