import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { reopen } from '#tests/support/open-datastore.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const about = { title: 'Rivers', language: 'en' };

it('makes a library in a folder that is not there yet', async () => {
  const paths = libraryPaths(join(await temporaryFolder(), 'a', 'b'));
  await createLibrary(paths, { ...about, institution: 'Water Library' });
  expect((await readdir(paths.root)).toSorted()).toEqual(['backups', 'images', 'library.json']);
  expect((await reopen(paths)).require('library', 'library')).toEqual({
    id: 'library',
    title: 'Rivers',
    institution: 'Water Library',
    language: 'en',
    textLicenseId: null,
    theme: 'paper',
    accent: null,
    logoImageId: null,
    commercialUse: null,
  });
});

it('makes one in an empty folder, and in one that an attempt left half-made', async () => {
  const paths = libraryPaths(await temporaryFolder());
  await writeFile(join(paths.root, '.DS_Store'), '');
  await mkdir(paths.images);
  await createLibrary(paths, about);
  await reopen(paths);
});

it('refuses a folder that holds something else, naming it, and touches nothing', async () => {
  const paths = libraryPaths(await temporaryFolder());
  await writeFile(join(paths.root, 'thesis.docx'), 'years of work');
  await expect(createLibrary(paths, about)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'folder-not-empty', place: paths.root, found: 'thesis.docx' },
  });
  expect(await readdir(paths.root)).toEqual(['thesis.docx']);
});

it('never overwrites a library', async () => {
  const paths = libraryPaths(await temporaryFolder());
  await createLibrary(paths, about);
  const before = await readFile(paths.snapshot, 'utf8');
  await expect(createLibrary(paths, { ...about, title: 'Other' })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'library-exists' },
  });
  expect(await readFile(paths.snapshot, 'utf8')).toBe(before);
});

it('lets one of two attempts at once win', async () => {
  const paths = libraryPaths(await temporaryFolder());
  const results = await Promise.allSettled([
    createLibrary(paths, about),
    createLibrary(paths, { ...about, title: 'Other' }),
  ]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('refuses a file, a blank title and a language that is none', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  const paths = libraryPaths(join(folder, 'library'));
  await expect(createLibrary(libraryPaths(join(folder, 'file')), about)).rejects.toMatchObject({
    details: { reason: 'not-a-folder' },
  });
  await expect(createLibrary(paths, { ...about, title: ' ' })).rejects.toMatchObject({
    code: 'invalid-input',
    details: { field: 'title' },
  });
  await expect(createLibrary(paths, { ...about, language: 'English please' })).rejects.toMatchObject({
    details: { field: 'language' },
  });
});
