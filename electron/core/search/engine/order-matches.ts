import type { ResourceSort } from '#shared/model/smart-list.ts';
import { dateFields, type SearchDateField } from '#shared/domain/search/search-query.ts';
import type { Matches } from './find-matches.ts';
import { dateColumns, type Segment } from './segment.ts';

/** A matching document with what it is compared by. */
type Match = {
  readonly segment: Segment;
  readonly document: number;
  readonly score: number;
};

type Compare = (a: Match, b: Match) => number;

const textColumns = { title: 0, type: 1, publisher: 2 } as const;

const idOf = ({ segment, document }: Match): string => segment.ids[document] ?? '';
const dayOf = ({ segment, document }: Match, field: SearchDateField): number =>
  segment.dates[document * dateColumns + dateFields.indexOf(field)] ?? 0;
const textOf = ({ segment, document }: Match, column: number): string =>
  segment.sortTexts[document]?.[column] ?? '';
/** Finer than a day, where it is known. */
const momentOf = ({ segment, document }: Match, field: SearchDateField): number => {
  if (field === 'changed') return segment.changedAt[document] ?? 0;
  return field === 'added' ? (segment.addedAt[document] ?? 0) : 0;
};
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byText =
  (column: number, sign: number): Compare =>
  (a, b) => {
    const [first, second] = [textOf(a, column), textOf(b, column)];
    // What is not known comes last either way.
    if (first === '' || second === '') return Number(first === '') - Number(second === '');
    return sign * compareTexts(first, second);
  };

const byDay =
  (field: SearchDateField, sign: number): Compare =>
  (a, b) => {
    const [first, second] = [dayOf(a, field), dayOf(b, field)];
    if (first === 0 || second === 0) return Number(first === 0) - Number(second === 0);
    return sign * (first - second || momentOf(a, field) - momentOf(b, field));
  };

/** Two that are alike in what they are sorted by: what changed last comes first, then by id, so that order is certain. */
const settle: Compare = (a, b) =>
  (b.segment.changedAt[b.document] ?? 0) - (a.segment.changedAt[a.document] ?? 0) ||
  compareTexts(idOf(a), idOf(b));

const compareBy = (sort: ResourceSort, descending: boolean): Compare => {
  const sign = descending ? -1 : 1;
  if (sort === 'relevance') return (a, b) => b.score - a.score || settle(a, b);
  const first =
    sort === 'title' || sort === 'type' || sort === 'publisher'
      ? byText(textColumns[sort], sign)
      : byDay(sort, sign);
  return sort === 'title'
    ? (a, b) => first(a, b) || settle(a, b)
    : (a, b) => first(a, b) || byText(textColumns.title, 1)(a, b) || settle(a, b);
};

/** A heap with the worst of `count` matches on top. */
const createHeap = (count: number, compare: Compare) => {
  const heap: Match[] = [];
  const sink = () => {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let worst = at;
      if (left < heap.length && compare(heap[left] as Match, heap[worst] as Match) > 0) worst = left;
      if (right < heap.length && compare(heap[right] as Match, heap[worst] as Match) > 0) worst = right;
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst] as Match, heap[at] as Match];
      at = worst;
    }
  };
  return {
    /** The score of the worst, once there are enough. */
    worst: () => (heap.length < count ? Number.NEGATIVE_INFINITY : (heap[0]?.score ?? 0)),
    /** Takes a copy of a match that is good enough. */
    add: (match: Match): void => {
      if (heap.length < count) {
        heap.push({ ...match });
        if (heap.length === count) heap.sort((a, b) => compare(b, a));
      } else if (compare(match, heap[0] as Match) < 0) {
        heap[0] = { ...match };
        sink();
      }
    },
    sorted: () => heap.toSorted(compare),
  };
};

/** The best `count` without sorting the others. */
const best = (
  { segments, found }: Matches,
  {
    count,
    compare,
    byScore,
  }: { readonly count: number; readonly compare: Compare; readonly byScore: boolean },
): Match[] => {
  const heap = createHeap(count, compare);
  let worst = Number.NEGATIVE_INFINITY;
  for (const [index, segment] of segments.entries()) {
    const { documents = new Uint32Array(), scores = new Float32Array() } = found[index] ?? {};
    // One object for all, since most of them are not good enough.
    const match = { segment, document: 0, score: 0 };
    for (let at = 0; at < documents.length; at += 1) {
      match.score = scores[at] ?? 0;
      if (byScore && match.score < worst) continue;
      match.document = documents[at] ?? 0;
      heap.add(match);
      worst = heap.worst();
    }
  }
  return heap.sorted();
};

function* eachMatch({ segments, found }: Matches): Generator<Match> {
  for (const [index, segment] of segments.entries()) {
    const { documents = new Uint32Array(), scores = new Float32Array() } = found[index] ?? {};
    for (let at = 0; at < documents.length; at += 1)
      yield { segment, document: documents[at] ?? 0, score: scores[at] ?? 0 };
  }
}

/** Ids of the first `count` matches in the order asked for; Infinity: of all. */
export const orderMatches = (
  matches: Matches,
  {
    sort,
    descending,
    count,
  }: { readonly sort: ResourceSort; readonly descending: boolean; readonly count: number },
): string[] => {
  const compare = compareBy(sort, descending);
  const ordered =
    count < matches.total
      ? best(matches, { count, compare, byScore: sort === 'relevance' })
      : [...eachMatch(matches)].toSorted(compare);
  return ordered.map(idOf);
};
