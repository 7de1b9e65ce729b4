/** The texts of a resource that are searched, in the order of their bits in the index. */
export const searchFields = [
  'title',
  'summary',
  'creator',
  'subject',
  'publisher',
  'url',
  'credit',
  'topic',
] as const;
export type SearchField = (typeof searchFields)[number];

/** What can be asked of a resource beside its texts, each an exact word. */
export const keywordFields = ['type', 'license', 'language', 'status', 'is', 'has'] as const;
export type KeywordField = (typeof keywordFields)[number];

/** Keywords by which the program itself looks: the ids of topics and types. */
export type InnerField = 'topic-id' | 'type-id';

/** The dates that can be compared, in the order of their columns in the index. */
export const dateFields = ['published', 'added', 'modified', 'checked', 'changed', 'review'] as const;
export type SearchDateField = (typeof dateFields)[number];

/**
 * One condition. `words` holds the words of a text: one is found at the beginning of any word, with typing errors when
 * hardly anything has it as written; several are found side by side. A date lies from `from` to `to`, both included,
 * as numbers such as 20181119; a date that is not known fulfills no condition.
 */
export type SearchClause = { readonly negated: boolean } & (
  | {
      readonly kind: 'words';
      readonly words: readonly string[];
      readonly field: SearchField | null;
      /** As it stands, without what merely begins with it and without typing errors. */
      readonly exact: boolean;
    }
  | {
      readonly kind: 'keyword';
      readonly field: KeywordField | InnerField;
      readonly values: readonly string[];
    }
  /** A topic it stands in was to be looked over by `today`, or it was last checked before `checkedBefore`. */
  | { readonly kind: 'review-due'; readonly today: number; readonly checkedBefore: number }
  | { readonly kind: 'date'; readonly field: SearchDateField; readonly from: number; readonly to: number }
);

/** Something in a query that could not be taken as it was meant; it is left out. */
export type SearchProblem = {
  readonly kind: 'date-wrong' | 'value-missing';
  readonly text: string;
};

/** What was typed into the search box, understood. */
export type SearchQuery = {
  readonly clauses: readonly SearchClause[];
  readonly problems: readonly SearchProblem[];
};
