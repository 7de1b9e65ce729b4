import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Choices } from '#core/imports/reader.ts';
import { findReader } from '#core/imports/readers.ts';
import { createSource } from '#core/imports/source.ts';
import { sharedFixtures } from '#tests/support/fixtures.ts';
import { openServices } from '#tests/support/open-services.ts';
import { createVerdicts, expectInDocs } from '#tests/support/verdicts.ts';

const folder = sharedFixtures === null ? null : join(sharedFixtures, 'bookmarks');
const bytes = (name: string): Buffer => readFileSync(join(folder ?? '', name));

const read = async (name: string, answers: Choices['answers'] = {}) => {
  const source = createSource(name, bytes(name));
  const reader = findReader(source);
  if (reader === null) throw new Error(`${name} is not recognized`);
  const choices = { answers, columns: {}, headerRow: null };
  return reader.read(source, { choices, types: [], pace: () => Promise.resolve() });
};

const { judge, rows } = createVerdicts();

const formatNames = {
  'bookmarks-html': 'Bookmarks (HTML)',
  'pocket-html': 'Pocket (HTML)',
  'firefox-json': 'Firefox (JSON)',
  omnivore: 'Omnivore',
  csv: 'Pocket (CSV)',
} as const;

const all = { 'private-items': 'bring-in' };

/** What each file holds, as counted by those who collected them: records, of them private, and the first title. */
const files = [
  ['chromium_flat.html', 'bookmarks-html', 9, 0, 'Cozy - Simple, versatile, yours'],
  [
    'chromium_nested.html',
    'bookmarks-html',
    18,
    0,
    'jabber.org - the original XMPP instant messaging service',
  ],
  ['delicious.html', 'bookmarks-html', 5, 1, 'Export Firefox bookmarks to backup or transfer'],
  [
    'firefox_nested.html',
    'bookmarks-html',
    21,
    0,
    'Timeline of the Elves in Tolkien’s works | LotrProject Blog',
  ],
  ['internet_explorer_11_nested.html', 'bookmarks-html', 27, 0, 'It Never works with cats...'],
  ['netscape_basic.html', 'bookmarks-html', 2, 1, 'Secret stuff'],
  ['netscape_nested.html', 'bookmarks-html', 8, 0, 'Nested 1'],
  ['netscape_multiline.html', 'bookmarks-html', 3, 0, 'Multiline desc'],
  ['safari_folded.html', 'bookmarks-html', 3, 0, 'GitHub'],
  [
    'google_bookmarks_nested.html',
    'bookmarks-html',
    6,
    0,
    'WordHippo | Comprehensive Thesaurus for Synonyms and Antonyms',
  ],
  ['linkding.html', 'bookmarks-html', 3, 0, 'test title 1'],
  ['linkding-one-bad.html', 'bookmarks-html', 3, 0, 'test title 1'],
  [
    'linkace.html',
    'bookmarks-html',
    5,
    1,
    '5-Hour Rule: If you’re not spending 5 hours per week learning, you’re being irresponsible',
  ],
  [
    'wallabag-shaarli.html',
    'bookmarks-html',
    2,
    0,
    'The Legacy of Firefox OS. In the two years or so since Mozilla… | by Ben Francis | Medium',
  ],
  [
    'pocket-ril_export.html',
    'pocket-html',
    2,
    0,
    'Tarn : Des lapins ravagent le terrain, le match de rugby doit être annulé',
  ],
  ['pocket.csv', 'csv', 7, 0, 'You Might Not Need jQuery'],
  [
    'firefox-bookmarks.json',
    'firefox-json',
    2,
    0,
    'Tarn : Des lapins ravagent le terrain, le match de rugby doit être annulé',
  ],
  [
    'omnivore.json',
    'omnivore',
    20,
    0,
    'Malgré la crise du marché des montres, Breitling étend son réseau commercial et dévoile ses ambitions',
  ],
  ['firefox-preplaces.html', 'bookmarks-html', null, 0, 'Help and Tutorials'],
] as const;

afterAll(() => {
  if (folder !== null) expectInDocs(rows());
});

describe.skipIf(folder === null)('bookmarks of other programs (skipped without ../shared/fixtures)', () => {
  it('knows what is in every file of the folder', () => {
    const known = new Set<string>([...files.map(([name]) => name), 'empty.html']);
    expect(readdirSync(folder ?? '').filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(files)('reads %s as %s', async (...file) => {
    const [name, format, records, hidden, title] = file;
    await judge(formatNames[format], name, async () => {
      const reading = await read(name, all);
      expect(reading.format).toBe(format);
      if (records !== null) expect(reading.candidates).toHaveLength(records);
      expect(reading.candidates[0]?.fields.title).toBe(title);
      const cautious = await read(name);
      expect(cautious.candidates).toHaveLength(reading.candidates.length - hidden);
      expect(cautious.problems.filter(({ reason }) => reason === 'private-left-out')).toHaveLength(hidden);
      return 'right' as const;
    });
  });

  const foldersOf = async (name: string) => [
    ...new Set((await read(name, all)).candidates.map(({ path }) => path.join(' / '))),
  ];

  it('keeps folders, their order and what stands beside them', async () => {
    expect(await foldersOf('netscape_nested.html')).toEqual([
      '',
      'Folder1, the first,folder to encounter',
      'Folder2',
      'Folder3 / Folder3-1',
    ]);
    const { candidates, topics } = await read('netscape_nested.html');
    expect(candidates.at(-1)).toMatchObject({ path: [], fields: { title: 'Nested 2', subjects: ['tag4'] } });
    expect(topics).toEqual([
      { path: ['Folder2'], description: 'This second folder contains wonderful links!' },
    ]);
    expect(await foldersOf('chromium_nested.html')).toContain('Linux, Unix OS,Other stuff');
    expect(await foldersOf('safari_folded.html')).toEqual([
      'Favoris',
      'Github - Shaarli',
      'Autre Divers / doc',
    ]);
  });

  it('tells of searches and empty folders instead of making something of them', async () => {
    const reasons = async (name: string) => (await read(name)).problems.map(({ reason }) => reason);
    expect((await reasons('firefox_nested.html')).filter((reason) => reason === 'not-a-link')).toHaveLength(
      3,
    );
    expect(await reasons('firefox-bookmarks.json')).toEqual(['empty-folder']);
  });

  it('reads dates in seconds, milliseconds, microseconds and words, and leaves what is none empty', async () => {
    const dates = async (name: string) =>
      (await read(name, all)).candidates.map(({ fields }) => fields.addedOn);
    expect(await dates('linkding.html')).toEqual(['2021-03-21', '2021-03-21', '2021-03-21']);
    expect(await dates('netscape_basic.html')).toEqual(['2000-10-10', '2016-02-25']);
    expect((await dates('firefox-bookmarks.json'))[0]).toBe('2013-12-27');
    expect((await dates('pocket.csv'))[0]).toBe('2020-09-17');
    expect((await dates('omnivore.json'))[0]).toBe('2024-10-29');
    const { candidates } = await read('linkding-one-bad.html');
    expect(candidates[0]).toMatchObject({
      fields: { otherFields: { added: 'invaliddate' } },
      remarks: [{ reason: 'date-not-exact' }],
    });
  });

  it('keeps every line of a description, and the text of folders', async () => {
    const { candidates } = await read('netscape_multiline.html');
    expect(candidates[1]?.fields.summary).toContain('- list1\n  - item1.1');
    expect(candidates[2]?.fields.summary).toMatch(/Paragraph\nnumber\ntwo\.$/);
    const { topics } = await read('firefox-bookmarks.json');
    expect(topics[0]?.description).toContain('Ajoutez des marque-pages');
  });

  it('says of an empty file that it is empty, and makes nothing', async () => {
    const { runRead, datastore } = await openServices();
    expect(await runRead({ 'empty.html': bytes('empty.html') })).toMatchObject({
      state: 'failed',
      error: { details: { reason: 'import-empty' } },
    });
    expect(datastore.historyState().seq).toBe(0);
  });

  it('makes topics of folders, or sections', async () => {
    const { readFiles, commitImport, call } = await openServices();
    const file = { 'netscape_nested.html': bytes('netscape_nested.html') };
    const asTopics = await commitImport(await readFiles(file), { into: { kind: 'new', title: 'Mine' } });
    expect(asTopics).toMatchObject({ taken: 8, topicsMade: 5 });
    expect((await call('topics.tree', {})).map(({ title }) => title)).toEqual([
      'Mine',
      'Folder1, the first,folder to encounter',
      'Folder2',
      'Folder3',
      'Folder3-1',
    ]);
    const sections = await commitImport(await readFiles(file), {
      into: { kind: 'new', title: 'Sections' },
      folders: 'sections',
      duplicates: 'show',
    });
    expect(sections).toMatchObject({ taken: 0, shown: 8, topicsMade: 1 });
    const board = await call('topics.board', { topicId: sections.topicId! });
    expect(board.sections.map(({ section, entryIds }) => [section.title, entryIds.length])).toEqual([
      ['Resources', 2],
      ['Folder1, the first,folder to encounter', 2],
      ['Folder2', 2],
      ['Folder3 / Folder3-1', 2],
    ]);
  });
});
