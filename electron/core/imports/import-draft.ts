import type { ResourceId } from '#shared/model/ids.ts';
import type { BesideFiles, Candidate, Choices, ImportSource, Reader, Reading } from './reader.ts';

/** One file and what was understood of it. */
export type Part = {
  readonly source: ImportSource;
  readonly reader: Reader;
  readonly choices: Choices;
  readonly reading: Reading;
};

/** A candidate with the file it came from. */
export type Entry = { readonly part: Part; readonly candidate: Candidate };

/** Why a record counts as one that is known: in the library, or earlier among the records themselves. */
export type DuplicateMatch = {
  readonly by: 'address' | 'identifier';
  readonly resourceId: ResourceId | null;
  /** The earlier record of this import; null when it is in the library. */
  readonly entry: Entry | null;
};

/** What was read and waits to be made. */
export type Draft = {
  readonly parts: readonly Part[];
  /** Every candidate of every part, in order. */
  readonly entries: readonly Entry[];
  readonly duplicates: ReadonlyMap<Entry, DuplicateMatch>;
  /** What stands in further places of its source, with the record that it is. */
  readonly repeated: ReadonlyMap<Entry, Entry>;
  /** Files that came along, and those inside the sources. */
  readonly files: BesideFiles;
  readonly besideNames: readonly string[];
};
