import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '#shared/domain/search/parse-query.ts';

const today = '2026-11-26';
const parse = (text: string) => parseQuery(text, today);
const clause = (text: string) => parse(text).clauses[0];
const word = (words: string[], more: object = {}) => ({
  kind: 'words',
  negated: false,
  words,
  field: null,
  exact: false,
  ...more,
});

test('takes words, phrases and what must not be there', () => {
  expect(parse('Grant "Public Library" -rural').clauses).toEqual([
    word(['grant']),
    word(['public', 'library'], { exact: true }),
    word(['rural'], { negated: true }),
  ]);
});

test('a quote that is still open goes on', () => {
  expect(parse('"public lib').clauses).toEqual([word(['public', 'lib'])]);
});

test('looks in one field only', () => {
  expect(parse('author:woolf publisher:"Hogarth Press"').clauses).toEqual([
    word(['woolf'], { field: 'creator' }),
    word(['hogarth', 'press'], { field: 'publisher', exact: true }),
  ]);
});

test('takes keywords, one of several, and their absence', () => {
  expect(parse('type:webinar,video -license:nd no:summary').clauses).toEqual([
    { kind: 'keyword', negated: false, field: 'type', values: ['webinar', 'video'] },
    { kind: 'keyword', negated: true, field: 'license', values: ['nd'] },
    { kind: 'keyword', negated: true, field: 'has', values: ['summary'] },
  ]);
});

test.each([
  ['modified:<2019', 1, 20189999],
  ['modified:<=2019', 1, 20199999],
  ['modified:>2018-06', 20180700, 99999999],
  ['modified:2018', 20180000, 20189999],
  ['modified:2018-11', 20181100, 20181199],
  ['modified:2018-11-19', 20181119, 20181119],
  ['modified:2015..2018', 20150000, 20189999],
  ['modified:..2018', 1, 20189999],
  ['modified:7d', 20261119, 20261126],
  ['modified:today', 20261126, 20261126],
])('reads %s', (text, from, to) => {
  expect(clause(text)).toEqual({ kind: 'date', negated: false, field: 'modified', from, to });
});

test('names what it leaves out, and does not empty the list for a filter that is still being typed', () => {
  expect(parse('grant modified:soon type: added:2019-13')).toEqual({
    clauses: [word(['grant'])],
    problems: [
      { kind: 'date-wrong', text: 'modified:soon' },
      { kind: 'value-missing', text: 'type:' },
      { kind: 'date-wrong', text: 'added:2019-13' },
    ],
  });
});

test('takes an address and a title with a colon for words', () => {
  expect(clause('https://www.who.int/news')).toEqual(word(['www', 'who', 'int', 'news']));
  expect(clause('Partnerships:how')).toEqual(word(['partnerships', 'how']));
});

test('makes something of whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const { clauses, problems } = parse(text);
      expect(clauses.every((one) => one.kind !== 'words' || one.words.every((each) => each !== ''))).toBe(
        true,
      );
      expect(problems.every(({ text: part }) => text.replaceAll(/[“”„«»]/g, '"').includes(part))).toBe(true);
    }),
  );
});
