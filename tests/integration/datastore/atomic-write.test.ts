import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFileAtomic } from '#core/datastore/atomic-write.ts';
import { newLibrary, reopen } from '#tests/support/open-datastore.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

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
