import type { SearchClause } from '#shared/domain/search/search-query.ts';
import type { ResourceSort } from '#shared/model/smart-list.ts';
import type { Closest } from '../engine/find-matches.ts';
import type { PackedDocuments } from './packed-documents.ts';

/** What is asked of the index. */
export type IndexQuery = {
  readonly clauses: readonly SearchClause[];
  readonly sort: ResourceSort;
  readonly descending: boolean;
  readonly offset: number;
  /** Infinity: all. */
  readonly limit: number;
  readonly facets: boolean;
};

/** All matches in an order, or those from one to another, in whichever order these two are named. */
export type IdsQuery = Pick<IndexQuery, 'clauses' | 'sort' | 'descending'> & {
  readonly between: readonly [string, string] | null;
};

/** How many matches have each keyword of a kind. */
export type Counted = readonly { readonly value: string; readonly count: number }[];

export type IndexAnswer = {
  readonly total: number;
  readonly ids: readonly string[];
  readonly closest: readonly Closest[];
  readonly facets: { readonly types: Counted; readonly topics: Counted; readonly languages: Counted } | null;
};

/** What the thread of the index understands. Messages are dealt with in the order in which they were sent. */
export type IndexRequest =
  | { readonly kind: 'put'; readonly documents: PackedDocuments }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  /** Takes up the index kept in this file when it has the stamp asked for; answers whether it did. */
  | { readonly kind: 'load'; readonly path: string; readonly stamp: string }
  | { readonly kind: 'save'; readonly path: string; readonly stamp: string }
  | { readonly kind: 'query'; readonly query: IndexQuery }
  | { readonly kind: 'ids'; readonly query: IdsQuery }
  | { readonly kind: 'count'; readonly queries: readonly (readonly SearchClause[])[] };

/** The answer to a request of each kind. */
export type IndexAnswers = {
  readonly put: null;
  readonly remove: null;
  readonly load: boolean;
  readonly save: null;
  readonly query: IndexAnswer;
  /** One a line: a long text is handed over at once, many short ones are not. Null: one of the two is no match. */
  readonly ids: string | null;
  readonly count: readonly number[];
};

export type Asked = { readonly number: number; readonly request: IndexRequest };
export type Answered = { readonly number: number } & (
  { readonly answer: IndexAnswers[keyof IndexAnswers] } | { readonly error: string }
);
