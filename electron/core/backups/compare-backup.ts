import type { BackupComparison } from '#shared/contract/backups.ts';
import type { Placement } from '#shared/model/resource.ts';
import type { Tables } from '#shared/model/library.ts';
import type { Topic } from '#shared/model/topic.ts';
import type { Reader } from '../datastore/datastore.ts';

type Difference = BackupComparison['resources'];
type Keyed = Readonly<Record<string, object>>;

/** True when two records hold the same, whatever the order of their keys. */
export const sameRecord = (a: object, b: object): boolean => {
  const [before, after] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].every((key) => JSON.stringify(before[key]) === JSON.stringify(after[key]));
};

const differ = (now: Keyed, past: Keyed): Difference => {
  const ids = Object.keys(past);
  return {
    back: ids.filter((id) => !now[id]).length,
    changed: ids.filter((id) => now[id] && !sameRecord(now[id], past[id] ?? {})).length,
    away: Object.keys(now).filter((id) => !past[id]).length,
  };
};

const byTopic = (placements: Tables['placements']): ReadonlyMap<string, Record<string, Placement>> => {
  const found = new Map<string, Record<string, Placement>>();
  for (const placement of Object.values(placements)) {
    const placed = found.get(placement.topicId) ?? {};
    placed[placement.id] = placement;
    found.set(placement.topicId, placed);
  }
  return found;
};

/** The library as it is now and as a backup has it. */
export type NowAndThen = { readonly now: Pick<Reader, 'tables'>; readonly past: Tables };

type TopicDifference = BackupComparison['topics'][number];

const stateOf = (
  now: Topic | undefined,
  past: Topic | undefined,
  { back, changed, away }: Difference,
): TopicDifference['state'] => {
  if (!now) return 'gone';
  if (!past) return 'new';
  return sameRecord(now, past) && back + changed + away === 0 ? 'same' : 'changed';
};

/** What each topic, each kind of record would lose and win by going back. */
export const compareTables = ({
  now,
  past,
}: NowAndThen): Omit<BackupComparison, 'name' | 'at' | 'missingPictures'> => {
  const [placedNow, placedThen] = [byTopic(now.tables.placements), byTopic(past.placements)];
  const topics = { ...now.tables.topics, ...past.topics };
  return {
    topics: Object.values(topics)
      .map(({ id, title }): TopicDifference => {
        const entries = differ(placedNow.get(id) ?? {}, placedThen.get(id) ?? {});
        const state = stateOf(now.tables.topics[id], past.topics[id], entries);
        return { topicId: id, title, state, entries };
      })
      .toSorted((a, b) => a.title.localeCompare(b.title)),
    resources: differ(now.tables.resources, past.resources),
    images: differ(now.tables.images, past.images),
  };
};
