/** What the index is told of one resource. */
export type SearchDocument = {
  readonly id: string;
  /** A text for each of `searchFields`, in their order; items of a list on lines of their own. */
  readonly texts: readonly string[];
  /** Words such as `type=webinar`, see `keywordTerm`. */
  readonly keywords: readonly string[];
  /** A day number for each of `dateFields`, in their order; 0 when it is not known. */
  readonly dates: readonly number[];
  /** For sorting: title, type and publisher, folded. */
  readonly sortTexts: readonly [title: string, type: string, publisher: string];
  /** For sorting by what was added or changed last, finer than a day: milliseconds. */
  readonly addedAt: number;
  readonly changedAt: number;
};

/** Keywords lie in the same dictionary as words; the sign before them keeps a word from being taken for one. */
export const keywordTerm = (field: string, value: string): string => `\u0001${field}=${value}`;

/** Whether a term of the dictionary is a keyword. */
export const isKeywordTerm = (term: string): boolean => term.charCodeAt(0) === 1;
