import type { DuplicateMatch, Draft, Entry } from './import-draft.ts';
import type { ImportTarget } from '#shared/contract/imports.ts';
import type { Plan, PlannedSection, PlannedTopic } from './plan.ts';

/** A record's place: a new resource, or one that is shown here too. */
export type Placed = {
  readonly topic: PlannedTopic;
  readonly section: PlannedSection;
  readonly entry: Entry;
  /** Null: a new resource is made of this entry; else the record it repeats. */
  readonly repeats: Pick<DuplicateMatch, 'resourceId' | 'entry'> | null;
};

const followed = (draft: Draft, match: DuplicateMatch | null): DuplicateMatch | null => {
  // An earlier record of the import may itself repeat one of the library.
  const further = match?.entry ? draft.duplicates.get(match.entry) : undefined;
  return further === undefined ? match : followed(draft, further);
};

const repeatsOf = (draft: Draft, entry: Entry, mayShow: boolean): Placed['repeats'] => {
  const owner = draft.repeated.get(entry) ?? entry;
  const known = mayShow ? followed(draft, draft.duplicates.get(owner) ?? null) : null;
  return known ?? (owner === entry ? null : { resourceId: null, entry: owner });
};

/** Every record with its place, in the order of the plan. */
export const placedEntries = (plan: Plan, draft: Draft, { duplicates }: ImportTarget): Placed[] =>
  plan.topics.flatMap((topic) =>
    [...topic.sections.values()].flatMap((section) =>
      section.entries.map((entry) => ({
        topic,
        section,
        entry,
        repeats: repeatsOf(draft, entry, duplicates === 'show'),
      })),
    ),
  );
