import type { Reader as LibraryReader } from '#core/datastore/datastore.ts';
import { areToldApart, sharedKeys, type SharedKey } from '#shared/domain/same-work.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import type { Identifier } from '#shared/model/resource.ts';
import type { ReadWork } from './reader.ts';
import type { Draft, DuplicateMatch, Entry } from './import-draft.ts';

/** The record that shares a key and is not told apart by other numbers: an edition of its own is no duplicate. */
type Known = { readonly id: ResourceId | Entry; readonly identifiers: readonly Identifier[] };

const fieldsOf = ({ candidate: { fields } }: Entry) => ({
  url: fields.url ?? null,
  identifiers: fields.identifiers ?? [],
});

/** As many editions are told apart under one key; an address that more of them share says nothing. */
const mostApart = 50;

/** Known records by what they share with others of the same work (`same-work.ts`, as in the view of duplicates). */
class KnownWorks {
  readonly #byKey = new Map<string, Known[]>();

  add(keys: readonly SharedKey[], known: Known): void {
    for (const { key } of keys) {
      const others = this.#byKey.get(key);
      if (!others) this.#byKey.set(key, [known]);
      else if (others.length < mostApart && others.every((other) => areToldApart(other, known)))
        others.push(known);
    }
  }

  find(keys: readonly SharedKey[], one: Pick<Known, 'identifiers'>): readonly [SharedKey, Known] | null {
    for (const shared of keys) {
      const known = this.#byKey.get(shared.key)?.find((other) => !areToldApart(other, one));
      if (known) return [shared, known];
    }
    return null;
  }
}

/** Records between two looks at the clock. */
const few = 16;

/** Finds the records that the library has already, and those that repeat an earlier one. */
export const findDuplicates = async (
  library: LibraryReader,
  { entries, repeated }: Pick<Draft, 'entries' | 'repeated'>,
  pace: ReadWork['pace'],
): Promise<ReadonlyMap<Entry, DuplicateMatch>> => {
  const works = new KnownWorks();
  for (const [index, resource] of Object.values(library.tables.resources).entries()) {
    if (index % few === 0) await pace(0, null);
    works.add(sharedKeys(resource), resource);
  }
  const matches = new Map<Entry, DuplicateMatch>();
  for (const [index, entry] of entries.entries()) {
    if (index % few === 0) await pace(0, null);
    const owner = repeated.get(entry);
    if (owner !== undefined) {
      // It is that record, and known where that one is.
      const known = matches.get(owner);
      if (known !== undefined) matches.set(entry, known);
      continue;
    }
    const fields = fieldsOf(entry);
    const keys = sharedKeys(fields);
    const found = works.find(keys, fields);
    if (found !== null) {
      const [{ by }, { id }] = found;
      const inLibrary = typeof id === 'string';
      matches.set(entry, { by, resourceId: inLibrary ? id : null, entry: inLibrary ? null : id });
    }
    works.add(keys, { ...fields, id: entry });
  }
  return matches;
};
