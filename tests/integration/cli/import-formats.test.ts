import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { importFormatSchema } from '#shared/contract/imports.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { ensureBuilt } from '../../support/built.ts';
import { carrel } from '../../support/run-program.ts';
import { sourcesOfFormats } from '../../support/sources-of-formats.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

beforeAll(ensureBuilt, 120_000);

const said = { title: 'A title', address: 'https://example.org/a', words: 'Told in short.' };

test('import reads every format that there is, and --help names each', async () => {
  const cwd = await temporaryFolder();
  await carrel(['new', 'library'], { cwd });
  await mkdir(join(cwd, 'all'));
  for (const format of importFormatSchema.options)
    await writeFile(join(cwd, 'all', format), await sourcesOfFormats[format](said, ''));
  const { stdout: help } = await carrel(['import', '--help']);
  const { code, stdout } = await carrel(['import', '--library', 'library', '--dry-run', 'all'], { cwd });
  expect(code).toBe(0);
  const oneLine = help.replaceAll(/\s+/g, ' ');
  for (const format of importFormatSchema.options) {
    expect(oneLine).toContain(en['import-format'][format]);
    expect(stdout).toContain(`all/${format}: ${en['import-format'][format]}, `);
  }
});
