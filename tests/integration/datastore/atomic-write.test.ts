import type fs from 'node:fs/promises';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { writeFileAtomic } from '#core/datastore/atomic-write.ts';
import { newLibrary, reopen } from '#tests/support/open-datastore.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const held = vi.hoisted(() => ({ code: '', times: 0 }));

/** The system's calls, but a file may be held by another program for some time, as virus scanners do. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  const rename: typeof fs.rename = async (from, to) => {
    if (held.times === 0) return real.rename(from, to);
    held.times -= 1;
    throw Object.assign(new Error(`${held.code}: held`), { code: held.code });
  };
  return { ...real, rename };
});

it.each(['EBUSY', 'EPERM', 'EACCES'])('waits while another program holds the file: %s', async (code) => {
  const folder = await temporaryFolder();
  const path = join(folder, 'file');
  await writeFile(path, 'old');
  Object.assign(held, { code, times: 4 });
  await writeFileAtomic(path, 'new');
  expect(held.times).toBe(0);
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['file']);
});

it.each([
  ['EBUSY', 'forever', Number.POSITIVE_INFINITY],
  ['EIO', 'once, which no waiting helps', 1],
])('gives in with the old file whole where it is refused with %s %s', async (code, _how, times) => {
  const folder = await temporaryFolder();
  const path = join(folder, 'file');
  await writeFile(path, 'old');
  Object.assign(held, { code, times });
  await expect(writeFileAtomic(path, 'new')).rejects.toMatchObject({ code });
  held.times = 0;
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['file']);
});

it('never shows a reader half of a file', async () => {
  const path = join(await temporaryFolder(), 'file');
  const texts = ['a', 'b'].map((letter) => letter.repeat(3_000_000));
  await writeFile(path, texts[0]!);
  const state = { writing: true };
  const write = async () => {
    for (let round = 1; round <= 10; round += 1) await writeFileAtomic(path, texts[round % 2]!);
    state.writing = false;
  };
  const seen = new Set<string>();
  const read = async () => {
    while (state.writing) {
      const text = await readFile(path, 'utf8');
      seen.add(`${text.length} ${new Set([text[0], text[1_500_000], text.at(-1)]).size}`);
    }
  };
  await Promise.all([write(), read()]);
  expect([...seen]).toEqual(['3000000 1']);
});

it('leaves the old file and nothing else when it cannot put the new one in place', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'taken');
  await mkdir(join(path, 'full'), { recursive: true });
  await expect(writeFileAtomic(path, 'new')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['taken']);
  expect(await readdir(path)).toEqual(['full']);
});

it('clears away what a killed process left while it was writing a snapshot', async () => {
  const paths = await newLibrary();
  await writeFile(`${paths.snapshot}.0123456789ab.tmp`, 'half');
  await writeFile(join(paths.root, 'notes.tmp'), 'mine');
  await reopen(paths);
  const names = await readdir(paths.root);
  expect(names).not.toContain('library.json.0123456789ab.tmp');
  expect(names).toContain('notes.tmp');
});
