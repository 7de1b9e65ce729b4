/** One line of the table: a work of Carrel beside its anchor, measured in turn in the same run. */
export type Row = {
  readonly work: string;
  readonly anchor: string;
  /** Carrel ÷ anchor, of the medians. Null: the anchor is not installed, so there is nothing to compare. */
  readonly ratio: number | null;
  /** The ratio is to be at most this; null: the value itself is. */
  readonly goal: number | null;
  /** Medians, in the unit named. */
  readonly carrel: number;
  readonly other: number | null;
  readonly unit: 'ms' | 'MB';
  readonly runs: number;
  /** Longest the event loop did not answer while Carrel worked, in ms; null where it was not watched. */
  readonly longestTask: number | null;
  readonly note: string;
};

/** A group of rows that share their preparation. Runs in a process of its own. */
export type Group = (scale: Scale) => Promise<readonly Row[]>;

/** How large and how often. `quick` is for trying a change out, never for figures to quote. */
export type Scale = { readonly resources: number; readonly runs: number; readonly quick: boolean };
