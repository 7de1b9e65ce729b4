import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '#tests/support/built.ts';
import { checkSite, filesIn } from '#tests/support/check-site.ts';
import { sharedFixtures } from '#tests/support/fixtures.ts';
import { hasHtmlChecker, htmlErrors } from '#tests/support/html-checker.ts';
import { checkAccessibility } from '#tests/support/published.ts';
import { carrel } from '#tests/support/run-program.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const tables = [
  ['collectionbuilder-watkins.csv', 80],
  ['collectionbuilder-idaho-cities.csv', 370],
] as const;

/** Runs the command line and answers what it says. */
const run = async (...words: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await carrel(words);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return stdout;
};

const publishAll = async (libraryDir: string, out: string) => {
  await run('export', '--library', libraryDir, '--all', '--format', 'site', '--out', out);
  expect(await checkSite(out)).toEqual([]);
};

describe('collections, from table to pages by the command line', () => {
  beforeAll(() => ensureBuilt());

  it.skipIf(sharedFixtures === null)(
    'imports and publishes (skipped without ../shared/fixtures)',
    async () => {
      const folder = await temporaryFolder();
      const libraryDir = join(folder, 'library');
      await run('new', libraryDir);
      for (const [name, count] of tables) {
        const file = join(sharedFixtures ?? '', 'csv', name);
        const said = await run('import', '--library', libraryDir, '--topic', name, '--json', file);
        expect(JSON.parse(said)).toMatchObject({ taken: count, refusedCount: 0 });
      }
      const listed = JSON.parse(await run('list', '--library', libraryDir, '--json')) as object;
      expect(JSON.stringify(listed)).toContain('"resourceCount":370');
      await publishAll(libraryDir, join(folder, 'site'));
    },
  );

  it('publishes the sample without a fault', async () => {
    const folder = await temporaryFolder();
    const [libraryDir, site] = [join(folder, 'library'), join(folder, 'site')];
    await run('new', libraryDir, '--sample');
    await publishAll(libraryDir, site);
    await checkAccessibility(site);
  });

  it.skipIf(!hasHtmlChecker())(
    'publishes the sample as valid HTML and CSS (skipped without Java)',
    async () => {
      const folder = await temporaryFolder();
      const [libraryDir, site] = [join(folder, 'library'), join(folder, 'site')];
      await run('new', libraryDir, '--sample');
      await publishAll(libraryDir, site);
      const paths = (await filesIn(site)).filter((path) => /\.(?:html|css)$/.test(path));
      expect(await htmlErrors(paths.map((path) => join(site, path)))).toBe('');
    },
  );
});
