import { describe, expect, it } from 'vitest';
import { columnField } from '#core/imports/tables/columns.ts';
import { findHeader } from '#core/imports/tables/header.ts';

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

const found = { columns: {}, headerRow: null };

describe('findHeader', () => {
  const columnsOf = (rows: string[][]) => findHeader(rows, found).columns.map(({ name }) => name);

  it('finds the names below other lines', () => {
    const rows = [
      ['Our links'],
      [''],
      ['Made in', 'May'],
      ['title', 'url', 'mine'],
      ['A', 'https://a.example', '1'],
    ];
    expect(findHeader(rows, found).index).toBe(3);
  });

  it('does not take a row of data for the names when the first row has them', () => {
    expect(
      findHeader(
        [
          ['title', 'mine'],
          ['Date', 'Type'],
          ['URL', 'Creator'],
        ],
        found,
      ).index,
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

  it('takes the row that was named, or none, and the meanings that were chosen', () => {
    const rows = [['Our links'], ['Name of it', 'Where'], ['A', 'https://a.example']];
    const chosen = findHeader(rows, { columns: { 'Name of it': 'title', Where: 'url' }, headerRow: 2 });
    expect(chosen).toMatchObject({
      index: 1,
      columns: [
        { name: 'Name of it', field: 'title' },
        { name: 'Where', field: 'url' },
      ],
    });
    const none = findHeader(rows.slice(2), { columns: { 'Column 2': 'url' }, headerRow: 0 });
    expect(none).toMatchObject({
      index: -1,
      columns: [
        { name: 'Column 1', field: 'other' },
        { name: 'Column 2', field: 'url' },
      ],
    });
  });

  it.each([
    [
      'Raindrop.io',
      'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite',
      'created',
      'addedOn',
    ],
    ['Pocket', 'title,url,time_added,tags,status', 'time_added', 'addedOn'],
    ['Zotero', 'Key,Item Type,Title,Abstract Note,Date Added,Date Modified', 'Abstract Note', 'summary'],
    ['LibGuides', 'ID,Name,URL,Description,Owner,Created,Updated', 'Updated', 'modifiedOn'],
  ])('knows the columns of %s', (profile, names, column, field) => {
    const header = findHeader([names.split(',')], found);
    expect(header.profile).toBe(profile);
    expect(header.columns).toContainEqual({ name: column, field });
  });
});
