import type { PublishedTopic } from './publication-types.ts';
import { createRounds, type Recall } from './publication-memory.ts';
import type { StampOf } from './topic-stamps.ts';
import type { KnownFile } from './writers/known-files.ts';

/** What one export may take from the one before it to the same place. */
export type PlaceMemory = {
  readonly recall: Recall<PublishedTopic>;
  /** Files as the last export left them, by path within the site. */
  readonly known: ReadonlyMap<string, KnownFile>;
  /** To be called when the export is done and stands. */
  readonly remember: (known: ReadonlyMap<string, KnownFile>) => void;
  /** To be called at the end, however it ends. */
  readonly release: () => void;
};

/** So many places are remembered; more would hold on to content that nobody exports any more. */
const most = 3;

type Place = {
  /** Which topics were exported the last time; what hangs below what depends on it. */
  selection: string;
  rounds: () => Recall<PublishedTopic>;
  known: ReadonlyMap<string, KnownFile>;
  users: number;
};

/**
 * What was exported where, as long as the library is open, so that the next export to the same place makes only what
 * differs. Two exports to one place at the same time learn nothing: neither could say who wrote what.
 */
export const createExportMemory = (
  stampOf: StampOf,
): { readonly open: (key: string, selection: string) => PlaceMemory } => {
  const places = new Map<string, Place>();
  const begin = (selection: string) => ({ selection, rounds: createRounds<PublishedTopic>(stampOf) });
  const take = (key: string, selection: string): Place => {
    const place: Place = places.get(key) ?? { ...begin(selection), known: new Map(), users: 0 };
    if (place.selection !== selection) Object.assign(place, begin(selection));
    // The newest last.
    places.delete(key);
    places.set(key, place);
    for (const [other, { users }] of places) {
      if (places.size > most && users === 0 && other !== key) places.delete(other);
    }
    return place;
  };
  return {
    open: (key, selection) => {
      const place = take(key, selection);
      const alone = place.users === 0;
      const { known } = place;
      // Until this export says otherwise, nothing is known of what it may have touched.
      place.known = new Map();
      place.users += 1;
      return {
        recall: place.rounds(),
        known,
        remember: (files) => {
          if (alone && place.users === 1) place.known = files;
        },
        release: () => {
          place.users -= 1;
        },
      };
    },
  };
};
