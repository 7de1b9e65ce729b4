import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPath } from '#tests/support/read-source.ts';

const folder = fileURLToPath(new URL('../../../../fixtures/imports/services/', import.meta.url));

const maps = { title: 'River maps', url: 'https://maps.example.org/rivers' };
const tagged = { ...maps, subjects: ['maps', 'rivers'] };
const told = { ...tagged, summary: 'Sheets of every river' };

/** What is to be got out of the one public record of each file: its format, its fields, the folders that it stands in. */
const files: Readonly<Record<string, readonly [string, object, readonly string[]]>> = {
  'raindrop.csv': ['csv', { ...told, addedOn: '2024-03-05', note: 'For the guide' }, ['Water', 'Rivers']],
  'raindrop.html': ['bookmarks-html', { ...told, addedOn: '2024-03-05' }, ['Water']],
  'pinboard.json': ['pinboard-json', { ...told, addedOn: '2024-03-05', otherFields: { toread: 'yes' } }, []],
  'pinboard.html': ['bookmarks-html', { ...told, addedOn: '2024-03-05' }, []],
  'pocket.html': ['pocket-html', { ...tagged, addedOn: '2024-03-05' }, []],
  'pocket.csv': ['csv', { ...tagged, addedOn: '2024-03-05', otherFields: { status: 'unread' } }, []],
  'omnivore.json': ['omnivore', { ...told, publishedOn: '2023-01-02', creators: ['Julie Doe'] }, []],
  'chrome.html': ['bookmarks-html', { ...maps, addedOn: '2024-03-05' }, ['Bookmarks bar']],
  'firefox.html': ['bookmarks-html', { ...tagged, addedOn: '2024-03-05' }, ['Water']],
  'firefox.json': ['firefox-json', { ...tagged, addedOn: '2024-03-05' }, ['menu']],
  'safari.html': ['bookmarks-html', maps, ['Favorites']],
  'internet-explorer.html': ['bookmarks-html', { ...maps, addedOn: '2024-03-05' }, ['Water']],
  'zotero.csv': [
    'csv',
    {
      ...told,
      typeId: 'report',
      creators: ['Doe, Julie'],
      publishedOn: '2023-01-02',
      identifiers: [{ scheme: 'doi', value: '10.1234/rivers' }],
    },
    [],
  ],
  'collectionbuilder.csv': [
    'csv',
    {
      title: 'River maps',
      typeId: 'image',
      language: 'en',
      rights: 'Public domain\nhttps://creativecommons.org/publicdomain/mark/1.0/',
    },
    [],
  ],
  'omeka.csv': ['csv', { ...told, creators: ['Doe, Julie'] }, ['Water']],
  'libguides-assets.csv': ['csv', { ...maps, modifiedOn: '2024-03-06', note: 'Ask Julie' }, []],
  'libguides-api.json': [
    'libguides-json',
    {
      title: 'Rivers',
      url: 'https://guides.example.edu/rivers',
      subjects: ['Water', 'river maps'],
      modifiedOn: '2024-03-06',
    },
    [],
  ],
  'omeka-s.json': ['omeka-s', { title: 'River maps', creators: ['Doe, Julie'] }, []],
  'iiif.json': ['iiif', { title: 'River maps', summary: 'Sheets of every river' }, []],
};

describe('exports of programs and services', () => {
  it('has a file of each, and asks something of every file', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(files).toSorted());
  });

  it.each(Object.entries(files))('reads %s', async (name, [format, fields, path]) => {
    const reading = await readPath(`${folder}${name}`);
    expect(reading.format).toBe(format);
    expect(reading.candidates.map((one) => ({ fields: one.fields, path: one.path }))).toMatchObject([
      { fields, path },
    ]);
  });

  it.each(['pinboard.json', 'pinboard.html', 'libguides-api.json', 'omeka-s.json'])(
    'brings what is private in %s in only when asked',
    async (name) => {
      const cautious = await readPath(`${folder}${name}`);
      expect(cautious.questions).toMatchObject([{ id: 'private-items', answer: 'leave-out' }]);
      expect(cautious.problems.map(({ reason }) => reason)).toEqual(['private-left-out']);
      const all = await readPath(`${folder}${name}`, { 'private-items': 'bring-in' });
      expect(all.candidates).toHaveLength(2);
    },
  );

  it('credits pictures of IIIF and Omeka S as they ask, with the exact license', async () => {
    const iiif = await readPath(`${folder}iiif.json`);
    expect(iiif.candidates[0]?.picture).toMatchObject({
      url: 'https://iiif.example.org/1/thumb.jpg',
      credit: { licenseId: 'cc-by-4.0', creditLine: expect.stringContaining('Provided by Example Library') },
    });
    const omeka = await readPath(`${folder}omeka-s.json`);
    expect(omeka.candidates[0]?.picture).toMatchObject({
      url: 'https://omeka.example.org/files/large/1.jpg',
      credit: { licenseId: 'cc-by-4.0', creator: 'Doe, Julie' },
    });
    const table = await readPath(`${folder}collectionbuilder.csv`);
    expect(table.candidates[0]?.picture).toMatchObject({
      file: 'river.jpg',
      credit: { licenseId: 'pdm-1.0' },
    });
  });
});
