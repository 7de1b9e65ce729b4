import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import sharp from 'sharp';
import { openServices } from '#tests/support/open-services.ts';

const table = `title,filename,rightsstatement,creator,image_alt_text
Gray,objects/gray.png,https://creativecommons.org/licenses/by-nc-nd/2.0/,Julie Doe,A gray square
Gone,objects/gone.png,,,
Broken,broken.png,,,
`;

const files = async () => ({
  'metadata.csv': table,
  'objects/gray.png': await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .png()
    .toBuffer(),
  'broken.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
});

it('takes pictures that lie beside a table, with the license that the table names exactly', async () => {
  const { call, readFiles, commitImport, datastore, paths } = await openServices();
  const preview = await readFiles(await files());
  expect(preview).toMatchObject({ records: 3, pictures: 2, beside: ['objects/gray.png', 'broken.png'] });
  const report = await commitImport(preview);
  expect(report).toMatchObject({ taken: 3, pictures: 1 });
  expect(report.notes).toMatchObject([{ row: 4, reason: 'picture-refused' }]);
  const { importId } = report;
  const { text } = await call('imports.report', { importId, format: 'text', language: 'es' });
  expect(text).toMatch(/La imagen «broken\.png» no se incorporó: Esta no es una imagen .*No se añadió nada/);
  const [image] = Object.values(datastore.tables.images);
  expect(image).toMatchObject({
    alt: 'A gray square',
    credit: { title: 'Gray', creator: 'Julie Doe', licenseId: 'cc-by-nc-nd-2.0' },
  });
  const pictures = Object.values(datastore.tables.resources).map(({ imageId }) => imageId);
  expect(pictures).toEqual([image?.id, null, null]);
  expect((await readdir(paths.images)).filter((name) => name.endsWith('.png'))).toHaveLength(1);
  await datastore.undo();
  expect(datastore.tables.images).toEqual({});
});

it.each([
  ['rights', 'CC BY-SA 3.0', { licenseId: 'cc-by-sa-3.0' }],
  ['rightsstatement', 'http://rightsstatements.org/vocab/InC-EDU/1.0/', { licenseId: 'rs-inc-edu' }],
  ['license', 'https://creativecommons.org/licenses/by/2.0/de/', { licenseId: 'cc-by-2.0-de' }],
  ['license', 'CC BY', { licenseId: 'cc-by' }],
  [
    'rights',
    'All rights reserved, ask us',
    { licenseId: null, copyrightNotice: 'All rights reserved, ask us' },
  ],
  ['attribution', 'Photo by Julie Doe for the Library', { creditLine: 'Photo by Julie Doe for the Library' }],
] as const)('reads the column %s (%s) for the credit of a picture', async (column, cell, credit) => {
  const { readFiles, commitImport, datastore } = await openServices();
  const { 'objects/gray.png': gray } = await files();
  await commitImport(
    await readFiles({
      'metadata.csv': `title,filename,${column}\nGray,gray.png,"${cell}"\n`,
      'gray.png': gray,
    }),
  );
  expect(Object.values(datastore.tables.images)).toMatchObject([{ credit }]);
});
