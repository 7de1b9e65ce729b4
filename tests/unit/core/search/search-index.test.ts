import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '#core/search/engine/document.ts';
import { typingErrors } from '#core/search/engine/edit-distance.ts';
import { findMatches } from '#core/search/engine/find-matches.ts';
import { orderMatches } from '#core/search/engine/order-matches.ts';
import { createScoredOf } from '#core/search/engine/scored.ts';
import { SearchIndex } from '#core/search/engine/search-index.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { searchFields, type SearchField } from '#shared/domain/search/search-query.ts';

type Parts = Partial<Record<SearchField, string>> & Partial<Pick<SearchDocument, 'keywords' | 'dates'>>;

const document = (id: string, parts: Parts): SearchDocument => ({
  id,
  texts: searchFields.map((field) => parts[field] ?? ''),
  keywords: parts.keywords ?? [],
  dates: parts.dates ?? [0, 0, 0, 0, 0, 0],
  sortTexts: [(parts.title ?? '').toLowerCase(), '', ''],
  addedAt: 1,
  changedAt: 1,
});

const indexOf = (...documents: SearchDocument[]): SearchIndex => {
  const index = new SearchIndex();
  index.put(documents);
  return index;
};

const search = (index: SearchIndex, text: string): string[] => {
  const matches = findMatches(index.segments(), parseQuery(text, '2026-11-26').clauses);
  return orderMatches(matches, { sort: 'relevance', descending: false, count: Number.POSITIVE_INFINITY });
};

const library = indexOf(
  document('title', { title: 'Opioid toolkit for libraries', subject: 'Public health\nLibrary staff' }),
  document('summary', { title: 'Report', summary: 'The opioid crisis, and what a library can do.' }),
  document('author', {
    title: 'Essays',
    creator: 'José Müller',
    keywords: ['\u0001type=book', '\u0001license=nd'],
  }),
  document('dated', { title: 'Old news', dates: [20180000, 0, 20171231, 0, 0, 0] }),
);

describe('finding', () => {
  test.each([
    ['opioid', ['title', 'summary']],
    ['opiod', ['title', 'summary']],
    ['opi lib', ['title', 'summary']],
    ['jose muller', ['author']],
    ['"library staff"', ['title']],
    ['"health library"', []],
    ['opioid -crisis', ['title']],
    ['title:opioid', ['title']],
    ['summary:opioid', ['summary']],
    ['type:book', ['author']],
    ['type:bo', ['author']],
    ['-license:nd news', ['dated']],
    ['modified:<2018', ['dated']],
    ['modified:>=2018', []],
    ['published:2018', ['dated']],
    ['xyzzyplugh', []],
    ['', ['author', 'dated', 'summary', 'title']],
  ])('%s', (text, found) => {
    expect(search(library, text)).toEqual(found);
  });

  test('says which words were looked for instead', () => {
    const { clauses } = parseQuery('opiod', '2026-11-26');
    expect(findMatches(library.segments(), clauses).closest).toEqual([
      { word: 'opiod', instead: ['opioid'], nothingAsTyped: true },
    ]);
  });

  test('a whole word comes before what begins with it, a title before a summary', () => {
    const index = indexOf(
      document('longer', { title: 'Granted wishes' }),
      document('below', { title: 'Money', summary: 'How to find a grant' }),
      document('whole', { title: 'Grant writing' }),
    );
    expect(search(index, 'grant')).toEqual(['whole', 'longer', 'below']);
  });
});

test.each([
  ['opiod', 'opioid', 1],
  ['libary', 'library', 1],
  ['libraries', 'library', 3],
  ['recieve', 'receive', 1],
  ['partnershp', 'partnerships', 1],
  ['opioid', 'opioid', 0],
])('counts the typing errors from %s to %s', (typed, term, errors) => {
  expect(typingErrors(typed, term, 2)).toBe(errors);
});

const vocabulary = ['grant', 'grants', 'library', 'libary', 'opioid', 'staff', 'é', 'web', 'training'];
const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((words) => words.join(' '));
const step = fc.oneof(
  fc.record({
    do: fc.constant('put' as const),
    id: fc.integer({ min: 0, max: 30 }),
    title: text,
    summary: text,
    isBook: fc.boolean(),
  }),
  fc.record({ do: fc.constant('remove' as const), id: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ do: fc.constant('look' as const) }),
);

test('an index that followed every change finds what one made anew finds, in the same order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), text, (steps, asked) => {
      const followed = new SearchIndex();
      const now = new Map<string, SearchDocument>();
      for (const one of steps) {
        if (one.do === 'look') followed.segments();
        else if (one.do === 'remove') {
          followed.remove([`d${one.id}`]);
          now.delete(`d${one.id}`);
        } else {
          const keywords = one.isBook ? ['\u0001type=book'] : [];
          const made = document(`d${one.id}`, { title: one.title, summary: one.summary, keywords });
          followed.put([made]);
          now.set(made.id, made);
        }
      }
      const anew = indexOf(...now.values());
      for (const query of [asked, '', 'opiod', '"library staff"', 'type:book lib', '-grant']) {
        expect(search(followed, query)).toEqual(search(anew, query));
        followed.compact();
      }
    }),
  );
});

const words = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 });
const condition = fc.record({ word: fc.constantFrom(...vocabulary), negated: fc.boolean() });
const written = ({ word, negated }: { readonly word: string; readonly negated: boolean }): string =>
  `${negated ? '-' : ''}"${word}"`;

test('finds what fulfills every condition and nothing else, whatever was asked before, its first results being the best', () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 40 }),
      fc.array(fc.array(condition, { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat({ max: 39 }), { maxLength: 6 }),
      (titles, questions, removed) => {
        const index = indexOf(...titles.map((title, at) => document(`d${at}`, { title: title.join(' ') })));
        index.segments();
        index.remove(removed.map((at) => `d${at}`));
        const scoredOf = createScoredOf();
        for (const conditions of questions) {
          const { clauses } = parseQuery(conditions.map(written).join(' '), '2026-11-26');
          const matches = findMatches(index.segments(), clauses, scoredOf);
          const order = (count: number) =>
            orderMatches(matches, { sort: 'relevance', descending: true, count });
          const all = order(Number.POSITIVE_INFINITY);
          const wanted = titles.flatMap((title, at) =>
            !removed.includes(at) && conditions.every(({ word, negated }) => title.includes(word) !== negated)
              ? [`d${at}`]
              : [],
          );
          expect(all.toSorted()).toEqual(wanted.toSorted());
          expect(matches.total).toBe(wanted.length);
          for (const count of [1, 3, 10]) expect(order(count)).toEqual(all.slice(0, count));
        }
      },
    ),
  );
});
