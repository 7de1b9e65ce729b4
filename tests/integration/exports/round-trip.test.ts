import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportFormat } from '#shared/contract/export-formats.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import type { TopicId } from '#shared/model/ids.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { comparedFields, roundTrip, type ComparedField } from '#tests/support/round-trip.ts';

/** Formats that Carrel reads, too. The share file has tests of its own. */
const formats = [
  'csv',
  'xlsx',
  'collectionbuilder',
  'omeka',
  'json',
  'json-ld',
  'ris',
  'bibtex',
  'csl-json',
  'bookmarks-html',
  'opml',
  'rss',
  'atom',
  'json-feed',
  'markdown',
  'site',
  'single-page',
  'fragment',
] as const satisfies readonly ExportFormat[];

const names: Readonly<Record<ComparedField, string>> = {
  title: 'title',
  url: 'address',
  typeId: 'type',
  summary: 'summary',
  quotedFrom: 'whose words',
  creators: 'creators',
  publisher: 'publisher',
  publishedOn: 'published',
  addedOn: 'added',
  modifiedOn: 'modified',
  checkedOn: 'checked',
  language: 'language',
  subjects: 'subjects',
  identifiers: 'identifiers',
  audience: 'audience',
  accessNote: 'access note',
  rights: 'rights',
  otherFields: 'own fields',
  topic: 'topic',
  section: 'section',
  order: 'order',
};

let core: TestCore;
let topicId: TopicId;

beforeAll(async () => {
  core = await openTestCore();
  const made = await core.call('topics.create', { title: 'Water', parentId: null });
  ({ topicId } = made);
  const { sectionId } = await core.call('sections.add', {
    topicId,
    title: 'Start here',
    kind: 'curated',
    index: 0,
  });
  const add = (fields: object) =>
    core.call('resources.create', { fields: fields as { title: string }, topicId, sectionId });
  await add({
    title: 'A report on rivers',
    url: 'https://example.org/rivers',
    typeId: 'report',
    summary: 'What rivers carry.',
    quotedFrom: { source: 'River Weekly', url: 'https://example.org/weekly' },
    creators: ['Doe, Julie', 'Roe, Richard'],
    publisher: 'River Press',
    publishedOn: '2018-11-19',
    addedOn: '2019-02-03',
    modifiedOn: '2020-05-06',
    checkedOn: '2024-07-08',
    language: 'en',
    subjects: ['Rivers', 'Fish'],
    identifiers: [{ scheme: 'doi', value: '10.1234/rivers' }],
    audience: 'Students',
    accessNote: 'Library card needed',
    rights: 'All rights reserved',
    otherFields: { Shelf: 'B 12' },
  });
  await add({
    title: 'A book on lakes',
    url: 'https://example.org/lakes',
    typeId: 'book',
    summary: 'What lakes keep.',
    creators: ['World Health Organization'],
    publisher: 'Lake Press',
    publishedOn: '2017',
    addedOn: '2019-01-02',
    modifiedOn: '2020-04-05',
    checkedOn: '2024-06-07',
    language: 'de',
    subjects: ['Lakes'],
    identifiers: [{ scheme: 'isbn', value: '9783161484100' }],
    audience: 'Teachers',
    accessNote: 'Free registration',
    rights: 'Public domain',
    otherFields: { Shelf: 'C 34' },
  });
});
afterAll(() => core.close());

const toTable = (rows: readonly (readonly [ExportFormat, ReadonlySet<ComparedField>])[]): string => {
  const lines = rows.map(([format, held]) => {
    const lost = comparedFields.filter((field) => !held.has(field)).map((field) => names[field]);
    return `| ${en['export-format'][format]} | ${lost.length === 0 ? 'nothing' : lost.join(', ')} |`;
  });
  return ['| format | does not come back |', '| --- | --- |', ...lines].join('\n');
};

/** A table without the spaces that a formatter puts into it. */
const squeezed = (text: string): string =>
  text
    .replaceAll(/[ -]{2,}/g, ' ')
    .replaceAll(/ *\| */g, '|')
    .trim();

it('brings back from each format what the documentation says, and loses no more', async () => {
  const rows = [];
  for (const format of formats) rows.push([format, await roundTrip(core, format, [topicId])] as const);
  const doc = await readFile(new URL('../../../docs/export-formats.md', import.meta.url), 'utf8');
  const [, written = ''] = /<!-- round trip -->([^]*?)<!-- end -->/.exec(doc) ?? [];
  expect(squeezed(written)).toBe(squeezed(toTable(rows)));
});
