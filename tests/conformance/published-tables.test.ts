import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { createExportService } from '#core/exports/export-service.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { uploadIdSchema, type TopicId } from '#shared/model/ids.ts';
import { faultsOfPages, waysToLook } from '#tests/support/look-at-pages.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { checkSite, filesIn } from '#tests/support/check-site.ts';
import { sharedFixtures } from '#tests/support/fixtures.ts';
import { hasHtmlChecker, htmlErrors } from '#tests/support/html-checker.ts';
import { importUpload } from '#tests/support/import-upload.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

const tables = [
  { name: 'collectionbuilder-watkins.csv', resources: 80 },
  { name: 'collectionbuilder-idaho-cities.csv', resources: 370 },
];

describe.skipIf(sharedFixtures === null)('tables, published (skipped without ../shared/fixtures)', () => {
  let core: TestCore;
  let browser: Browser;
  let folder: string;
  const reports: ImportReport[] = [];

  beforeAll(async () => {
    core = await openTestCore();
    browser = await launchBrowser();
    folder = await makeTemporaryFolder();
    for (const { name } of tables) {
      const upload = await core.fetch(
        new Request('carrel://app/uploads?kind=import', {
          method: 'PUT',
          headers: { 'content-type': 'application/octet-stream' },
          body: new Uint8Array(await readFile(join(sharedFixtures ?? '', 'csv', name))),
        }),
      );
      const { value } = (await upload.json()) as { value: { uploadId: string } };
      const uploaded = { uploadId: uploadIdSchema.parse(value.uploadId), fileName: name };
      reports.push(await importUpload(core, uploaded, { kind: 'new', title: name }));
    }
    const topicIds = Object.keys(core.context.datastore.tables.topics) as TopicId[];
    const destination = { kind: 'folder', path: folder } as const;
    await createExportService(core.context).run({ format: 'site', topicIds, destination });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await core.close();
    await removeFolder(folder);
  });

  it('shows every resource of each table', async () => {
    expect(reports.map(({ taken }) => taken)).toEqual(tables.map(({ resources }) => resources));
    const pages = (await filesIn(folder)).filter((path) => path.startsWith('topics/'));
    const counts = await Promise.all(
      pages.map(
        async (path) => (await readFile(join(folder, path), 'utf8')).split('<li class="entry">').length - 1,
      ),
    );
    expect(counts.toSorted((a, b) => a - b)).toEqual([80, 370]);
  });

  it('is a sound site', async () => {
    expect(await checkSite(folder)).toEqual([]);
  });

  it.skipIf(!hasHtmlChecker())(
    'has no errors in HTML or CSS (Nu checker; skipped without Java)',
    async () => {
      const paths = (await filesIn(folder)).filter((path) => /\.(?:html|css)$/.test(path));
      expect(await htmlErrors(paths.map((path) => join(folder, path)))).toBe('');
    },
  );

  it.each(waysToLook)('has no accessibility violations in axe, $name', async ({ options }) => {
    const paths = (await filesIn(folder)).filter((path) => path.endsWith('.html'));
    expect(await faultsOfPages(browser, { folder, paths, options })).toEqual([]);
  });
});
