/** A library by its folder (absolute), and what it was called when it was last shown. */
export type RecentLibrary = { readonly place: string; readonly title: string };

/** Libraries that were shown on this computer. Kept with the person's settings. */
export type RecentLibraries = {
  /** What was shown last comes first; a library that is not in its place is left out. */
  readonly list: () => Promise<readonly RecentLibrary[]>;
  /** Puts a library first. A failure is logged: what is missing is a line of a list. */
  readonly remember: (library: RecentLibrary) => Promise<void>;
};
