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

/** Numbers that name one work. An ISSN names a journal with all its articles, `other` may be anything. */
const isOfOneWork = ({ scheme }: Identifier): boolean =>
  scheme === 'doi' || scheme === 'isbn' || scheme === 'oclc';

/** What two records of the same work share. */
const keysOf = ({
  url,
  identifiers = [],
}: Keyed): readonly (readonly ['address' | 'identifier', string])[] => [
  ...(url ? [['address', `a ${comparableAddress(url)}`] as const] : []),
  ...identifiers
    .filter(isOfOneWork)
    .map(({ scheme, value }) => ['identifier', `${scheme} ${value.toLowerCase()}`] as const),
];

/** Finds the records that the library has already, and those that repeat an earlier one. */
export const findDuplicates = async (
  library: LibraryReader,
  entries: readonly Entry[],
  pace: ReadWork['pace'],
): Promise<ReadonlyMap<Entry, DuplicateMatch>> => {
  const known = new Map<string, ResourceId | Entry>();
  for (const resource of Object.values(library.tables.resources)) {
    await pace(0, null);
    for (const [, key] of keysOf(resource)) if (!known.has(key)) known.set(key, resource.id);
  }
  const matches = new Map<Entry, DuplicateMatch>();
  for (const entry of entries) {
    await pace(0, null);
    const keys = keysOf(entry.candidate.fields);
    const found = keys.find(([, key]) => known.has(key));
    const match = found === undefined ? undefined : known.get(found[1]);
    if (found !== undefined && match !== undefined) {
      const inLibrary = typeof match === 'string';
      matches.set(entry, {
        by: found[0],
        resourceId: inLibrary ? match : null,
        entry: inLibrary ? null : match,
      });
    }
    for (const [, key] of keys) if (!known.has(key)) known.set(key, entry);
  }
  return matches;
};
