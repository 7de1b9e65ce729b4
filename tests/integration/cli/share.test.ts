import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureBuilt } from '../../support/built.ts';
import { carrel } from '../../support/run-program.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

beforeAll(ensureBuilt, 120_000);

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

const run = async (...words: string[]) => {
  const ended = await carrel(words, { cwd });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return ended.stdout;
};

const originals = async (library: string) =>
  (await readdir(join(cwd, library, 'images'))).filter((name) => /^[0-9a-f]{64}\.jpg$/.test(name));

test('a share file of everything makes a new library that dumps the same', async () => {
  await run('new', 'one', '--sample');
  await run('export', '--library', 'one', '--all', '--format', 'share', '--evidence', '--out', 'all.carrel');
  await run('import', '--library', 'two', 'all.carrel');
  expect(await run('dump', '--library', 'two')).toBe(await run('dump', '--library', 'one'));
  expect(await originals('two')).toEqual(await originals('one'));
  expect(await originals('one')).not.toEqual([]);
}, 60_000);
