import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageId } from '#shared/model/ids.ts';
import { hasHtmlChecker, htmlErrors } from '#tests/support/html-checker.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { faultsOfPages, waysToLook } from '#tests/support/look-at-pages.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { addPicture, hostile } from '#tests/support/publishable-library.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { readZipEntries } from '#tests/support/zip-entries.ts';

let core: TestCore;
let imageId: ImageId;

const evidence = async (content: string, fileName: string) => {
  const path = join(core.dir, '..', 'evidence-to-be');
  await writeFile(path, content);
  const { id } = await core.context.uploads.adopt(path);
  const fields = {
    pageUrl: 'https://example.org/?a=1&b=2',
    licenseAsFound: hostile.summary,
    note: hostile.name,
  };
  await core.call('evidence.add', { imageId, uploadId: id, fileName, fields });
};

beforeAll(async () => {
  core = await openTestCore();
  const { call } = core;
  await call('library.update', { patch: { title: hostile.title } });
  imageId = await addPicture(core, {
    seed: 1,
    alt: '',
    credit: { title: hostile.title, creator: '=HYPERLINK("https://x.example")', licenseId: 'cc-by-2.0' },
  });
  await addPicture(core, {
    seed: 2,
    alt: '',
    credit: { title: '+1', licenseId: 'ai-generated', copyrightNotice: '@SUM(A1)', changes: '-2+3' },
  });
  await evidence(`<!doctype html><title>Page</title><script>alert(1)</script>`, '../page <1>.html');
  await evidence('From: a@example.org\nSubject: Yes\n\nYou may.\n', 'yes.eml');
  await call('rights.decide', { imageIds: [imageId], reason: hostile.summary });
});
afterAll(() => core.close());

const dossier = async (): Promise<Buffer> => {
  const { jobId } = await core.call('rights.dossier', { topicIds: null, ticket: null });
  const { result } = await core.context.jobs.ended(jobId);
  const { download } = result as { download: string };
  const answer = await core.fetch(new Request(`carrel://app${download}`));
  return Buffer.from(await answer.arrayBuffer());
};

describe('the rights dossier', () => {
  it('is the same twice, byte for byte', async () => {
    expect((await dossier()).equals(await dossier())).toBe(true);
  });

  it('holds the page, the table and every kept file, under names of our own', async () => {
    const names = [...(await readZipEntries(await dossier())).keys()];
    expect(names.map((name) => name.replace(/[0-9a-f]{64}/, 'HASH')).toSorted()).toEqual([
      'evidence/HASH.eml',
      'evidence/HASH.html',
      'rights.csv',
      'rights.html',
    ]);
  });

  it('has no cell that a spreadsheet would run', async () => {
    const { default: papa } = await import('papaparse');
    const csv = (await readZipEntries(await dossier())).get('rights.csv')?.toString('utf8') ?? '';
    const { data } = papa.parse<string[]>(csv.replace('\uFEFF', ''), { skipEmptyLines: true });
    expect(data).toHaveLength(3);
    expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(data.flat()).toContain(`'=HYPERLINK("https://x.example")`);
  });

  it('says of every picture what is missing, decided and kept, and nothing in it runs', async () => {
    const page = (await readZipEntries(await dossier())).get('rights.html')?.toString('utf8') ?? '';
    expect(page).toContain('CC BY 2.0 asks for it');
    expect(page).toContain('(tester, ');
    expect(page).toContain('yes.eml</a>');
    expect(page).toContain('Image: “+1”');
    expect(page).not.toMatch(/<script|<img|javascript:[^)]*"/);
  });

  const unpacked = async (): Promise<string> => {
    const folder = await temporaryFolder();
    for (const [name, bytes] of await readZipEntries(await dossier())) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    return folder;
  };

  it.skipIf(!hasHtmlChecker())('is HTML without faults', async () => {
    expect(await htmlErrors([join(await unpacked(), 'rights.html')])).toBe('');
  });

  it('can be read by everyone, in any colors and at any width', async () => {
    const folder = await unpacked();
    const browser = await launchBrowser();
    try {
      for (const { name, options } of waysToLook)
        expect([name, await faultsOfPages(browser, { folder, paths: ['rights.html'], options })]).toEqual([
          name,
          [],
        ]);
    } finally {
      await browser.close();
    }
  }, 60_000);
});
