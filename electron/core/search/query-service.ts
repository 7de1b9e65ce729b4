import type { CoreContext } from '#core/context.ts';
import { eachInTurns } from '#core/in-turns.ts';
import { refusal } from '#core/refusal.ts';
import { dayOf } from '#core/resources/resource-service.ts';
import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import type { SearchClause, SearchQuery } from '#shared/domain/search/search-query.ts';
import type { ResourceId, TopicId } from '#shared/model/ids.ts';
import { toFound } from './found-resources.ts';
import { createHighlighter } from './highlight.ts';
import type { IndexAnswer } from './worker/messages.ts';

export type SearchNeeds = Pick<CoreContext, 'datastore' | 'clock' | 'search'>;
type Asked = Pick<ParsedInputOf<'search.ids'>, 'sort' | 'descending'>;

/** The closest words that are worth naming to a reader. */
const mostNamed = 5;

/** What was typed, understood as of today. */
export const parseToday = ({ clock }: Pick<CoreContext, 'clock'>, text: string): SearchQuery =>
  parseQuery(text, dayOf(clock.now()));

const clausesOf = (query: SearchQuery, notInTopicId: TopicId | null): SearchClause[] => [
  ...query.clauses,
  ...(notInTopicId === null
    ? []
    : [{ kind: 'keyword', negated: true, field: 'topic-id', values: [notInTopicId] } as const]),
];

const hasWords = ({ clauses }: SearchQuery): boolean =>
  clauses.some((clause) => clause.kind === 'words' && !clause.negated);

/** Without words nothing is more relevant than anything else: what was added last comes first. */
const sortOf = (query: SearchQuery, { sort, descending }: Asked): Pick<Asked, 'sort' | 'descending'> =>
  sort === 'relevance' && !hasWords(query) ? { sort: 'added', descending: true } : { sort, descending };

const facetsOf = (
  { datastore }: SearchNeeds,
  facets: IndexAnswer['facets'],
): OutputOf<'search.query'>['facets'] =>
  facets && {
    types: [...facets.types],
    topics: facets.topics.flatMap(({ value, count }) => {
      const topic = datastore.tables.topics[value];
      return topic ? [{ value: topic.id, title: topic.title, count }] : [];
    }),
    languages: [...facets.languages],
  };

/** Finds resources: a page of them, with what made each match. */
export const searchResources = async (
  needs: SearchNeeds,
  input: ParsedInputOf<'search.query'>,
): Promise<OutputOf<'search.query'>> => {
  const { datastore, search } = needs;
  const query = parseToday(needs, input.query);
  const clauses = clausesOf(query, input.notInTopicId);
  const { offset, limit, facets } = input;
  const answer = await search.query({ clauses, ...sortOf(query, input), offset, limit, facets });
  const highlight = createHighlighter(query.clauses, answer.closest);
  return {
    total: answer.total,
    // One that was deleted while the index was asked is left out.
    items: answer.ids.flatMap((id) => {
      const resource = datastore.tables.resources[id];
      return resource ? [toFound(datastore, resource, highlight)] : [];
    }),
    closest: answer.closest.map(({ word, instead, nothingAsTyped }) => ({
      word,
      instead: instead.slice(0, mostNamed),
      nothingAsTyped,
    })),
    problems: [...query.problems],
    facets: facetsOf(needs, answer.facets),
  };
};

/** Ids of resources that match, in order. */
export const findIds = async (
  needs: SearchNeeds,
  { offset, limit, ...asked }: ParsedInputOf<'search.ids'>,
): Promise<OutputOf<'search.ids'>> => {
  const query = parseToday(needs, asked.query);
  const { total, ids } = await needs.search.query({
    clauses: clausesOf(query, asked.notInTopicId),
    ...sortOf(query, asked),
    offset,
    limit,
    facets: false,
  });
  return { total, resourceIds: ids as ResourceId[] };
};

type SearchTarget = Extract<BulkTarget, { kind: 'search' }>;

function* linesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    yield text.slice(at, end);
    at = end + 1;
  }
}

/** How many resources a search finds. */
export const countFound = async (
  needs: SearchNeeds,
  { query }: Pick<SearchTarget, 'query'>,
): Promise<number> => {
  const [count = 0] = await needs.search.count([parseToday(needs, query).clauses]);
  return count;
};

/** Ids of all that work on a search is about, in order. Throws `conflict` when a range cannot be told any more. */
export const findTargetIds = async (needs: SearchNeeds, target: SearchTarget): Promise<ResourceId[]> => {
  const query = parseToday(needs, target.query);
  const { clauses } = query;
  const text = await needs.search.ids({ clauses, ...sortOf(query, target), between: target.between });
  if (text === null) throw refusal('conflict', 'range-gone');
  const except = new Set<string>(target.except);
  const ids: ResourceId[] = [];
  await eachInTurns(linesOf(text), (id) => {
    if (!except.has(id)) ids.push(id as ResourceId);
  });
  ids.push(...target.also);
  return ids;
};
