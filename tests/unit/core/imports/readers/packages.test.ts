import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { createSource } from '#core/imports/source.ts';
import { readPath, readSource, readText } from '#tests/support/read-source.ts';

const zipOf = async (files: Readonly<Record<string, string>>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return await buffer(zip.outputStream);
};

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const bagOf = (payload: string, sum: string): Promise<Buffer> =>
  zipOf({
    'bag/bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag/bag-info.txt': 'Source-Organization: Example Library\n',
    'bag/manifest-md5.txt': `${sum}  data/links.csv\n`,
    'bag/data/links.csv': payload,
  });

const table = 'title,url\nRivers,https://rivers.example.org/\n';

describe('packages', () => {
  it('reads what is in a bag once its checksums hold', async () => {
    const reading = await readSource(createSource('x', await bagOf(table, md5(table))));
    expect(reading.format).toBe('bagit');
    expect(reading.candidates.map(({ fields }) => [fields.title, fields.url])).toEqual([
      ['Rivers', 'https://rivers.example.org/'],
    ]);
    expect(reading.about).toMatchObject({ version: 'BagIt 1.0', 'Source-Organization': 'Example Library' });
  });

  it('refuses a bag with a changed file, and names it', async () => {
    await expect(readSource(createSource('x', await bagOf(table, md5('other'))))).rejects.toMatchObject({
      code: 'file-format',
      details: { reason: 'bag-not-valid', problem: 'the checksum of data/links.csv (md5)' },
    });
  });

  it('reads a table in a ZIP with the pictures beside it', async () => {
    const bytes = await zipOf({ 'out/links.csv': 'title,image\nA,pics/a.png\n', 'out/pics/a.png': 'png' });
    const reading = await readSource(createSource('x', bytes));
    expect(reading.format).toBe('csv');
    expect(Buffer.from((await reading.files?.get('pics/a.png')?.read()) ?? []).toString()).toBe('png');
  });
});

describe('LibGuides XML', () => {
  const path = fileURLToPath(new URL('../../../../fixtures/imports/guides.xml', import.meta.url));

  it('makes a topic of each guide and page, a section of each box', async () => {
    const reading = await readPath(path);
    expect(reading.format).toBe('libguides-xml');
    expect(reading.topics.map((topic) => topic.path)).toEqual([
      ['Maps & charts'],
      ['Maps & charts', 'Start'],
    ]);
    expect(
      reading.candidates.map(({ section, fields }) => [
        section,
        fields.title,
        fields.url,
        fields.summary,
        fields.typeId,
      ]),
    ).toEqual([
      ['Best places', 'River maps', 'https://maps.example.org/', 'All **rivers**', 'website'],
      ['Best places', 'Not a page', null, '', 'website'],
      ['Best places', 'The atlas', null, '', 'book'],
    ]);
  });

  it('asks before guides come in that are not public', async () => {
    const reading = await readPath(path);
    expect(reading.questions).toMatchObject([{ id: 'private-items', answer: 'leave-out' }]);
    expect(reading.problems.map(({ title, reason }) => [title, reason])).toEqual([
      ['In the making', 'private-left-out'],
    ]);
    const all = await readPath(path, { 'private-items': 'bring-in' });
    expect(all.topics.map((topic) => topic.path[0])).toContain('In the making');
  });
});

describe('JSON from outside', () => {
  it('cannot reach into other objects', async () => {
    const reading = await readText(
      '[{"type":"book","title":"A","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]',
    );
    expect(reading.candidates[0]?.fields.title).toBe('A');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is refused when it nests beyond reason', async () => {
    await expect(
      readText(
        `{"@context":"http://iiif.io/api/presentation/3/context.json","type":"Manifest","a":${'['.repeat(100_000)}`,
      ),
    ).rejects.toMatchObject({
      details: { reason: 'import-too-deep' },
    });
  });
});
