import { describe, expect, it } from 'vitest';
import { columnField } from '#core/imports/columns.ts';
import { findHeader } from '#core/imports/header.ts';

describe('columnField', () => {
  it.each([
    ['Title', 'title'],
    ['dc:title', 'title'],
    ['dcterms:title', 'title'],
    ['Dublin Core:Title', 'title'],
    ['dc.title[en]', 'title'],
    ['Item Type Metadata:URL', 'url'],
    ['dc.identifier.uri', 'url'],
    ['LINK', 'url'],
    ['date_added', 'addedOn'],
    ['Date Modified', 'modifiedOn'],
    ['dc.date.issued', 'publishedOn'],
    ['date', 'publishedOn'],
    ['Subject(s)', 'subjects'],
    ['tags', 'tags'],
    ['dc.description.abstract', 'summary'],
    ['rightsstatement', 'rights'],
    ['display_template', 'template'],
    ['ISBN-13', 'isbn'],
    ['date created', null],
    ['yearOfBirth', null],
    ['latitude', null],
    ['', null],
  ])('takes %j for %s', (name, field) => {
    expect(columnField(name)).toBe(field);
  });
});

describe('findHeader', () => {
  const columnsOf = (rows: string[][]) => findHeader(rows).columns.map(({ name }) => name);

  it('finds the names below other lines', () => {
    const rows = [
      ['Our links'],
      [''],
      ['Made in', 'May'],
      ['title', 'url', 'mine'],
      ['A', 'https://a.example', '1'],
    ];
    expect(findHeader(rows).index).toBe(3);
  });

  it('does not take a row of data for the names when the first row has them', () => {
    expect(
      findHeader([
        ['title', 'mine'],
        ['Date', 'Type'],
        ['URL', 'Creator'],
      ]).index,
    ).toBe(0);
  });

  it('gives every column a name of its own and drops empty ones at the end', () => {
    expect(columnsOf([['title', '', 'Note', 'Note', '__proto__', '', ' ']])).toEqual([
      'title',
      'Column 2',
      'Note',
      'Note 2',
      'Column __proto__',
    ]);
  });

  it('says which columns it found when none is a title or a link', () => {
    expect(() =>
      findHeader([
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ]),
    ).toThrow(/a, b, c/);
  });

  it.each([[[['Once upon a time'], ['there was a library']]], [[['<!DOCTYPE html>', 'x']]]])(
    'refuses what is no table: %j',
    (rows) => {
      expect(() => findHeader(rows)).toThrow(
        expect.objectContaining({ details: { reason: 'csv-not-a-table' } }),
      );
    },
  );
});
