/**
 * Brings a library from one format version to the next. One file each in this folder, named
 * `<yymmddhhmm>-<what>.ts`, with small types of its own: the program's types move on, a migration never does.
 */
export type Migration = {
  /** The name of its file. */
  readonly name: string;
  /** The format version it reads; it writes the one after it. */
  readonly from: number;
  /**
   * The parsed `library.json` of version `from`, journal already applied, to that of version `from + 1`. Undo steps in
   * `history` hold values of records, so they must be migrated too, or emptied.
   */
  readonly up: (library: unknown) => unknown;
};
