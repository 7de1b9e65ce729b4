import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import { findBrowser } from '#core/exports/pdf/find-browser.ts';
import { exportFormats, type ExportFormat } from '#shared/contract/export-formats.ts';
import { filesIn } from '#tests/support/check-site.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { addPicture } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';
import { readZipEntries } from '#tests/support/zip-entries.ts';

/** What leaves Carrel with terms of its own: three pictures, each in another role, and the curator's texts. */
const roles = {
  hero: { creator: 'Hera Heroine', license: 'https://creativecommons.org/licenses/by/4.0/' },
  entry: { creator: 'Enno Entry', license: 'https://creativecommons.org/licenses/by-sa/3.0/' },
  logo: { creator: 'Lola Logo', license: 'https://creativecommons.org/licenses/by-nd/2.0/' },
  texts: { creator: null, license: 'https://creativecommons.org/licenses/by-nc/4.0/' },
} as const;
type Role = keyof typeof roles;

/**
 * Whose terms each format carries. A format is here with every picture it shows or names; what is missing, it has no
 * place for, and says nothing about.
 */
const carried: Readonly<Record<ExportFormat, readonly Role[]>> = {
  site: ['hero', 'entry', 'logo', 'texts'],
  'single-page': ['hero', 'entry', 'logo', 'texts'],
  // Goes into a page that has its own head.
  fragment: ['hero', 'entry', 'texts'],
  pdf: ['hero', 'entry', 'logo', 'texts'],
  epub: ['hero', 'entry', 'texts'],
  docx: ['hero', 'entry', 'logo', 'texts'],
  csv: ['hero', 'entry'],
  xlsx: ['hero', 'entry'],
  json: ['hero', 'entry', 'logo', 'texts'],
  'json-ld': ['hero', 'entry', 'logo', 'texts'],
  ris: [],
  bibtex: [],
  'csl-json': [],
  'bookmarks-html': [],
  opml: [],
  rss: ['texts'],
  atom: ['texts'],
  'json-feed': ['texts'],
  markdown: ['hero', 'entry', 'texts'],
  collectionbuilder: ['entry'],
  omeka: [],
  share: ['hero', 'entry', 'logo', 'texts'],
};

let core: TestCore;
let folder: string;

beforeAll(async () => {
  core = await openTestCore();
  folder = await makeTemporaryFolder();
  const { call } = core;
  const picture = (seed: number, role: 'hero' | 'entry' | 'logo', licenseId: string) =>
    addPicture(core, {
      seed,
      alt: `The ${role}.`,
      credit: {
        title: `A ${role}`,
        creator: roles[role].creator,
        sourceUrl: `https://example.org/${role}`,
        licenseId,
      },
    });
  const heroId = await picture(11, 'hero', 'cc-by-4.0');
  const entryId = await picture(12, 'entry', 'cc-by-sa-3.0');
  const logoImageId = await picture(13, 'logo', 'cc-by-nd-2.0');
  // The topic's own license for its texts counts, not the library's.
  await call('library.update', { patch: { logoImageId, textLicenseId: 'cc0-1.0', commercialUse: false } });
  const { topicId } = await call('topics.create', { title: 'Water', parentId: null });
  await call('topics.update', {
    topicId,
    patch: {
      status: 'published',
      description: 'Ours.',
      textLicenseId: 'cc-by-nc-4.0',
      hero: { imageId: heroId, focalPoint: null },
    },
  });
  const fields = { title: 'Rivers', url: 'https://example.org/rivers', imageId: entryId };
  await call('resources.create', { fields, topicId, sectionId: null });
}, 60_000);
afterAll(async () => {
  await core?.close();
  await removeFolder(folder);
});

const isPicture = (path: string): boolean => /\.(?:jpe?g|png|webp|avif)$/.test(path);

type Files = ReadonlyMap<string, Buffer>;

/** Writes a format and answers its files; those of a package unpacked. */
const filesOf = async (format: ExportFormat): Promise<Files> => {
  const { shape, extension } = exportFormats.find(({ id }) => id === format) ?? exportFormats[0];
  const path = join(folder, `${format}.${extension}`);
  const kind = shape === 'tree' ? 'folder' : 'file';
  await createExportService(core.context).run({ format, topicIds: null, destination: { kind, path } });
  if (shape === 'package') return readZipEntries(await readFile(path));
  const names = shape === 'tree' ? await filesIn(path) : [''];
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, name))] as const)),
  );
};

const wordsOf = (files: Files): string =>
  [...files].flatMap(([path, bytes]) => (isPicture(path) ? [] : [bytes.toString('utf8')])).join('\n');

const printed = (path: string): string =>
  execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replaceAll('\n', '');

const rolesIn = (text: string): readonly string[] =>
  Object.entries(roles)
    .filter(
      ([, { creator, license }]) =>
        text.includes(license) && (creator === null || text.replaceAll(/\s+/g, ' ').includes(creator)),
    )
    .map(([role]) => role);

const noPdf =
  findBrowser() === null || spawnSync('pdftotext', ['-v']).error !== undefined
    ? 'a PDF needs a browser, and reading it poppler'
    : null;

it.for(exportFormats)(
  '$id says who made each picture it holds or names, and on what terms, and the texts’ own license',
  { timeout: 60_000 },
  async ({ id, showsPictures }, { skip }) => {
    if (id === 'pdf' && noPdf) skip(noPdf);
    const files = await filesOf(id);
    const text = id === 'pdf' ? printed(join(folder, 'pdf.pdf')) : wordsOf(files);
    expect(rolesIn(text)).toEqual(carried[id]);
    // The library's own license for texts is not that of this topic.
    expect(text.includes('publicdomain/zero')).toBe(false);
    const pictures = [...files].filter(([path]) => isPicture(path));
    if (!showsPictures) return;
    for (const [path, bytes] of pictures) {
      const within = Object.values(roles).filter(({ license }) => bytes.includes(license));
      expect(within, `${path} holds the terms of one picture`).toHaveLength(1);
    }
  },
);
