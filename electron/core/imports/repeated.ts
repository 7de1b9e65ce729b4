import type { Entry } from './import-draft.ts';

/** The words at a place may be its own; they are no difference between records. */
const facts = ({ candidate: { fields } }: Entry): string =>
  JSON.stringify({ ...fields, summary: null, quotedFrom: null });

/**
 * Records that a source gives in several places under one name, each with the first of them. What differs in more than its
 * summary is a record of its own, so that nothing is lost.
 */
export const findRepeated = (entries: readonly Entry[]): ReadonlyMap<Entry, Entry> => {
  const first = new Map<Entry['part'], Map<string, Entry>>();
  const repeated = new Map<Entry, Entry>();
  for (const entry of entries) {
    const { recordId } = entry.candidate;
    if (recordId === null) continue;
    const known = first.get(entry.part) ?? new Map<string, Entry>();
    first.set(entry.part, known);
    const owner = known.get(recordId);
    if (owner === undefined) known.set(recordId, entry);
    else if (facts(owner) === facts(entry)) repeated.set(entry, owner);
  }
  return repeated;
};
