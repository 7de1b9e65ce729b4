import type { Reader as LibraryReader } from '#core/datastore/datastore.ts';
import { comparableAddress } from '#shared/domain/web-address.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import type { Identifier } from '#shared/model/resource.ts';
import type { ReadWork } from './reader.ts';
import type { DuplicateMatch, Entry } from './import-draft.ts';

type Keyed = {
  readonly url?: string | null | undefined;
  readonly identifiers?: readonly Identifier[] | undefined;
};

/** No scheme of identifiers begins like this. */
const addressMark = 'a ';

/** Numbers that name one work. An ISSN names a journal with all its articles, `other` may be anything. */
const isOfOneWork = ({ scheme }: Identifier): boolean =>
  scheme === 'doi' || scheme === 'isbn' || scheme === 'oclc';

/** What two records of the same work share. The address comes first. */
const keysOf = ({ url, identifiers = [] }: Keyed): string[] => {
  const keys = url ? [`${addressMark}${comparableAddress(url)}`] : [];
  for (const identifier of identifiers) {
    if (isOfOneWork(identifier)) keys.push(`${identifier.scheme} ${identifier.value.toLowerCase()}`);
  }
  return keys;
};

/** Records between two looks at the clock. */
const few = 16;

/** Finds the records that the library has already, and those that repeat an earlier one. */
export const findDuplicates = async (
  library: LibraryReader,
  entries: readonly Entry[],
  pace: ReadWork['pace'],
): Promise<ReadonlyMap<Entry, DuplicateMatch>> => {
  const known = new Map<string, ResourceId | Entry>();
  const remember = (keys: readonly string[], owner: ResourceId | Entry): void => {
    for (const key of keys) if (!known.has(key)) known.set(key, owner);
  };
  for (const [index, resource] of Object.values(library.tables.resources).entries()) {
    if (index % few === 0) await pace(0, null);
    remember(keysOf(resource), resource.id);
  }
  const matches = new Map<Entry, DuplicateMatch>();
  for (const [index, entry] of entries.entries()) {
    if (index % few === 0) await pace(0, null);
    const keys = keysOf(entry.candidate.fields);
    const found = keys.find((key) => known.has(key));
    const match = found === undefined ? undefined : known.get(found);
    if (found !== undefined && match !== undefined) {
      const inLibrary = typeof match === 'string';
      matches.set(entry, {
        by: found.startsWith(addressMark) ? 'address' : 'identifier',
        resourceId: inLibrary ? match : null,
        entry: inLibrary ? null : match,
      });
    }
    remember(keys, entry);
  }
  return matches;
};
