import { expect, it } from 'vitest';
import { findDuplicates } from '#core/duplicates/find-duplicates.ts';
import { mergedFields } from '#core/duplicates/merge-resources.ts';
import { areNearEqual, comparableTitle } from '#core/duplicates/near-titles.ts';
import { titleWords } from '#shared/domain/same-work.ts';
import { aResource } from '#tests/support/records.ts';

const doi = (value: string) => ({ identifiers: [{ scheme: 'doi', value }] });

const groupsOf = async (resources: Parameters<typeof findDuplicates>[0]) =>
  (await findDuplicates(resources)).map(({ reason, resourceIds }) => [
    reason,
    resourceIds.map((id) => resources.findIndex((one) => one.id === id)),
  ]);

it.each([
  ['The Library Garden Handbook', 'Library garden handbook', true],
  ['Growing Library Garden Programs', 'Growing Libary Garden Programs', true],
  ['Annual report 2018', 'Annual report 2019', false],
  ['Bears', 'Beers', false],
  ['Łódź: a city of libraries', 'Lodz – a City of Libraries', true],
  ['', '', false],
])('“%s” and “%s”: near-equal %s', (a, b, expected) => {
  const [one, other] = [a, b].map((title) => comparableTitle(titleWords(title)));
  expect(areNearEqual(one!, other!)).toBe(expected);
});

it('joins by address, number and title, the surest first, and leaves the rest alone', async () => {
  const resources = [
    aResource({ title: 'One page', url: 'https://www.example.org/a/?utm_source=x' }),
    aResource({ title: 'Another name', url: 'http://example.org/a' }),
    aResource({ title: 'A study of rivers', url: null, ...doi('10.1000/Xyz') }),
    aResource({ title: 'River study', url: null, ...doi('10.1000/xyz') }),
    aResource({ title: 'Partnerships in small towns', url: null }),
    aResource({ title: 'Partnership in small towns', url: null }),
    aResource({ title: 'Something else entirely', url: null }),
  ];
  expect(await groupsOf(resources)).toEqual([
    ['identifier', [2, 3]],
    ['address', [0, 1]],
    ['title', [4, 5]],
  ]);
});

it('tells editions apart that carry different numbers', async () => {
  const twins = [
    aResource({ title: 'Collected poems of a river', url: null, ...doi('10.1/a') }),
    aResource({ title: 'Collected poems of a river', url: null, ...doi('10.1/b') }),
  ];
  expect(await findDuplicates(twins)).toEqual([]);
});

it('loses nothing that any of them knew', () => {
  const keep = aResource({ title: 'Keep', url: 'https://a.example/1', note: 'mine', subjects: ['Water'] });
  const drop = aResource({
    title: 'Drop',
    url: 'https://b.example/2',
    note: 'theirs',
    subjects: ['water', 'Rivers'],
    publisher: 'WHO',
    otherFields: { Shelf: '3' },
  });
  expect(mergedFields(keep, [drop], { title: 'Both' })).toMatchObject({
    title: 'Both',
    publisher: 'WHO',
    note: 'mine\n\ntheirs',
    subjects: ['water', 'Rivers'],
    otherFields: { Shelf: '3', 'Also at': 'https://b.example/2' },
  });
});

it('takes the source of a quotation only together with its words', () => {
  const quoted = aResource({ summary: 'Their words.', quotedFrom: { source: 'A survey', url: null } });
  expect(mergedFields(aResource({ summary: 'Ours.' }), [quoted], {}).quotedFrom).toBeUndefined();
  expect(mergedFields(aResource({ summary: '' }), [quoted], {})).toMatchObject({
    summary: 'Their words.',
    quotedFrom: { source: 'A survey' },
  });
});
