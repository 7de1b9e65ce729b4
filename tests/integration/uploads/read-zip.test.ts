import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { openZip, readZip, type ZipEntries, type ZipLimits } from '#core/uploads/read-zip.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

let folder: string;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

type File = { readonly text: string; readonly mode?: number };

const zipOf = async (files: Readonly<Record<string, string | File>>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, file] of Object.entries(files)) {
    const { text, mode } = typeof file === 'string' ? { text: file, mode: undefined } : file;
    zip.addBuffer(Buffer.from(text), name, mode === undefined ? {} : { mode });
  }
  zip.end();
  return buffer(zip.outputStream);
};

const central = Buffer.from([0x50, 0x4b, 1, 2]);

/** A ZIP in which a name was replaced by another of the same length, as no ZIP program would. */
const rename = async (from: string, to: string, names: readonly string[] = [from]): Promise<Buffer> => {
  expect(to).toHaveLength(from.length);
  const zip = await zipOf(Object.fromEntries(names.map((name) => [name, 'x'])));
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
};

/** Changes something of the last entry in the list at the end of the ZIP. */
const altered = async (change: (zip: Buffer, entry: number) => void): Promise<Buffer> => {
  const zip = await zipOf({ 'a.txt': 'aaaaaaaaaa', 'b.txt': 'bbbbbbbbbb' });
  change(zip, zip.lastIndexOf(central));
  return zip;
};

const lots = 'x'.repeat(30_000_000);
const few: ZipLimits = { files: 2, fileBytes: 1_000_000, allBytes: 1_500_000 };

type Hostile = readonly [what: string, reason: string, make: () => Promise<Buffer>, limits?: ZipLimits];

const hostile: readonly Hostile[] = [
  ['a way out', 'zip-unsafe-path', () => rename('aa_b_c.txt', '../b_c.txt')],
  ['a way out in the middle', 'zip-unsafe-path', () => rename('a_______b.txt', 'a/../../b.txt')],
  ['an absolute path', 'zip-unsafe-path', () => rename('aetc.txt', '/etc.txt')],
  ['a drive', 'zip-unsafe-path', () => rename('cd_a.txt', 'C:/a.txt')],
  ['backslashes', 'zip-unsafe-path', () => rename('aa_b.txt', '..\\b.txt')],
  ['a link', 'zip-link', () => zipOf({ link: { text: '/etc/passwd', mode: 0o12_0777 } })],
  ['a password', 'zip-encrypted', () => altered((zip, entry) => zip.writeUInt16LE(1, entry + 8))],
  ['shared bytes', 'zip-overlap', () => altered((zip, entry) => zip.writeUInt32LE(0, entry + 42))],
  ['a file too large', 'zip-bomb', () => zipOf({ 'a.txt': lots }), few],
  [
    'too much in all',
    'zip-bomb',
    () => zipOf({ 'a.txt': lots.slice(0, 900_000), 'b.txt': lots.slice(0, 900_000) }),
    few,
  ],
  ['too many files', 'zip-bomb', () => zipOf({ 'a.txt': '', 'b.txt': '', 'c.txt': '' }), few],
  ['one path twice', 'zip-damaged', () => rename('b.txt', 'a.txt', ['a.txt', 'b.txt'])],
  ['a cut', 'zip-damaged', async () => (await zipOf({ 'a.txt': 'a' })).subarray(0, 60)],
  ['no ZIP at all', 'zip-damaged', () => Promise.resolve(Buffer.from('not a ZIP'))],
];

const readers: readonly (readonly [string, (bytes: Buffer, limits?: ZipLimits) => Promise<ZipEntries>])[] = [
  ['in memory', readZip],
  [
    'on the disk',
    async (bytes, limits) => {
      const path = join(folder, 'some.zip');
      await writeFile(path, bytes);
      const { entries, close } = await openZip(path, limits);
      close();
      return entries;
    },
  ],
];

describe.each(readers)('a ZIP %s', (_where, read) => {
  it.each(hostile.map(([what, reason, make, limits]) => ({ what, reason, make, limits })))(
    'with $what is refused: $reason',
    async ({ reason, make, limits }) => {
      await expect(read(await make(), limits)).rejects.toMatchObject({
        code: 'file-format',
        details: { reason },
      });
    },
  );

  it('gives its files and leaves out its folders', async () => {
    const zip = new ZipFile();
    zip.addEmptyDirectory('folder');
    zip.addBuffer(Buffer.from('text'), 'folder/ü.txt');
    zip.end();
    const entries = await read(await buffer(zip.outputStream));
    expect([...entries].map(([name, { bytes }]) => [name, bytes])).toEqual([['folder/ü.txt', 4]]);
  });
});

it('refuses a file that unpacks to more than it says, and reads the others', async () => {
  const zip = await zipOf({ 'a.txt': 'fine', 'b.txt': lots });
  zip.writeUInt32LE(100, zip.lastIndexOf(central) + 24);
  const entries = await readZip(zip);
  expect(String(await entries.get('a.txt')?.read())).toBe('fine');
  await expect(entries.get('b.txt')?.read()).rejects.toMatchObject({ details: { reason: 'zip-damaged' } });
});
