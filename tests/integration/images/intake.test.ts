import { readdir, readFile, rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImageService, type ImageService } from '#core/images/image-service.ts';
import type { Image } from '#shared/model/image.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { makeAnimation, makeImage } from '#tests/support/make-image.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';

let core: TestCore;
let images: ImageService;

beforeEach(async () => {
  core = await openTestCore();
  images = createImageService(core.context);
});
afterEach(() => core.close());

const add = (bytes: Buffer, fileName = 'photo.jpg', foundAt: string | null = null) =>
  images.add({ bytes, fileName, foundAt, use: null });

const refusalOf = async (bytes: Buffer): Promise<unknown> =>
  add(bytes).then(
    () => 'taken',
    (error: { details?: { reason?: unknown } }) => error.details?.reason,
  );

/** Originals; the records that are kept beside them are not this feature's. */
const filesOf = async (): Promise<string[]> =>
  (await readdir(core.context.paths.images).catch(() => [])).filter((name) => !name.includes('.json'));

describe('taking a picture in', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)(
    'keeps a %s as it came',
    async (format) => {
      const bytes = await makeImage({ format });
      const { image, existing } = await add(bytes, 'of any name.xyz');
      expect(image).toMatchObject({
        mediaType: `image/${format}`,
        fileName: 'of any name.xyz',
        bytes: bytes.length,
        width: 120,
        height: 80,
        animated: false,
      });
      expect(existing).toBe(false);
      expect((await readFile(images.originalPath(image))).equals(bytes)).toBe(true);
    },
  );

  it('measures upright', async () => {
    const { image } = await add(await makeImage({ orientation: 6 }));
    expect([image.width, image.height]).toEqual([80, 120]);
  });

  it.each(['gif', 'webp'] as const)('sees that a %s moves', async (format) => {
    const { image } = await add(await makeAnimation(format));
    expect([image.animated, image.width, image.height]).toEqual([true, 60, 40]);
  });

  it('fills the credit and the text alternative from the file', async () => {
    const bytes = await makeImage({
      xmp: `<dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li><rdf:li>Ольга</rdf:li></rdf:Seq></dc:creator>
        <dc:title><rdf:Alt><rdf:li xml:lang="de">Stille</rdf:li><rdf:li xml:lang="x-default">Quiet</rdf:li></rdf:Alt></dc:title>
        <xmpRights:WebStatement>http://creativecommons.org/licenses/by/4.0/deed.en</xmpRights:WebStatement>
        <plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorURL>https://example.org/buy</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>
        <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A chair</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
        <exif:GPSLatitude>51,28.5N</exif:GPSLatitude>`,
      iptc: { 110: Buffer.from('K\xe4te Press', 'latin1'), 80: Buffer.from('Somebody else') },
      exif: { Copyright: '2020 Jane Doe', Artist: 'jane' },
    });
    const { image } = await add(bytes, 'photo.jpg', 'https://example.org/page');
    expect(image.alt).toBe('A chair');
    expect(image.credit).toEqual({
      title: 'Quiet',
      creator: 'Jane Doe; Ольга',
      creatorUrl: null,
      sourceUrl: 'https://example.org/page',
      licenseId: 'cc-by-4.0',
      copyrightNotice: '2020 Jane Doe',
      creditLine: 'Käte Press',
      usageTerms: '',
      licensorUrl: 'https://example.org/buy',
      changes: '',
      licenseSeenOn: null,
      evidenceNote: '',
      origins: {
        title: 'xmp',
        creator: 'xmp',
        licenseId: 'xmp',
        licensorUrl: 'xmp',
        creditLine: 'iptc',
        copyrightNotice: 'exif',
        sourceUrl: 'pasted',
      },
    });
    expect(JSON.stringify(image)).not.toContain('51,28');
  });

  it.each(['png', 'webp', 'avif', 'tiff'] as const)('reads XMP out of a %s', async (format) => {
    const { image } = await add(
      await makeImage({ format, xmp: '<photoshop:Credit>Example Press</photoshop:Credit>' }),
    );
    expect(image.credit).toMatchObject({ creditLine: 'Example Press', origins: { creditLine: 'xmp' } });
  });

  it('takes a picture whose metadata is damaged', async () => {
    const { image } = await add(await makeImage({ xmp: '<dc:title>no end' }));
    expect(image.credit.title).toBe('');
  });

  it('keeps an SVG cleaned, under the hash of what is kept', async () => {
    const drawing = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20" onload="alert(1)"><title>A chart</title><path d="M0 0h9"/></svg>',
    );
    const { image } = await add(drawing, 'chart.svg');
    const kept = await readFile(images.originalPath(image));
    expect(kept.toString()).not.toContain('onload');
    expect(image).toMatchObject({ mediaType: 'image/svg+xml', width: 30, height: 20, bytes: kept.length });
    expect(image.credit).toMatchObject({ title: 'A chart', origins: { title: 'svg' } });
    expect((await add(kept)).existing).toBe(true);
  });

  it.each<[string, () => Promise<Buffer>]>([
    ['image-incomplete', async () => (await makeImage({ format: 'png', width: 600 })).subarray(0, 2_000)],
    ['image-incomplete', async () => (await makeImage({ width: 900, height: 900 })).subarray(0, 6_000)],
    [
      'image-damaged',
      async () => Buffer.concat([(await makeImage({ format: 'png' })).subarray(0, 12), Buffer.alloc(90)]),
    ],
    ['image-empty', async () => Buffer.alloc(0)],
    ['image-unknown', async () => Buffer.from('just words')],
    ['image-too-many-pixels', async () => hugePng()],
    ['image-too-many-bytes', async () => Buffer.alloc(60 * 1024 * 1024 + 1)],
  ])('refuses with %s and keeps nothing', async (reason, make) => {
    expect(await refusalOf(await make())).toBe(reason);
    expect(await filesOf()).toEqual([]);
    expect((await images.list({ offset: 0, limit: 10 })).total).toBe(0);
  });

  it.each(['webp', 'avif', 'gif', 'tiff'] as const)('refuses a %s cut in half', async (format) => {
    const whole = await makeImage({ format, width: 400, height: 400 });
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toMatch(/^image-(?:incomplete|damaged)$/);
  });
});

/** A PNG of a few bytes that claims 30,000 by 30,000 pixels. */
const hugePng = async (): Promise<Buffer> => {
  const small = await makeImage({ format: 'png', width: 10, height: 10 });
  small.writeUInt32BE(30_000, 16);
  small.writeUInt32BE(30_000, 20);
  const { crc32 } = await import('node:zlib');
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29);
  return small;
};

describe('the same bytes again', () => {
  it('are one picture, whose credit stays as it is', async () => {
    const bytes = await makeImage();
    const { image } = await add(bytes);
    await images.update({ imageId: image.id, patch: { credit: { creator: 'Jane' } } });
    const again = await add(bytes, 'another name.jpg');
    expect(again.existing).toBe(true);
    expect(again.image).toMatchObject({ id: image.id, fileName: 'photo.jpg', credit: { creator: 'Jane' } });
    expect(await filesOf()).toHaveLength(1);
  });

  it('added at the same time are one picture', async () => {
    const bytes = await makeImage();
    const results = await Promise.all([add(bytes), add(bytes), add(bytes)]);
    expect(results.filter(({ existing }) => !existing)).toHaveLength(1);
    expect((await images.list({ offset: 0, limit: 10 })).total).toBe(1);
  });

  it('come out of the trash with the credit they had', async () => {
    const bytes = await makeImage();
    const { image } = await add(bytes);
    await images.update({ imageId: image.id, patch: { alt: 'A chair' } });
    await images.remove(image.id);
    const again = await add(bytes);
    expect([again.existing, again.image.alt]).toEqual([true, 'A chair']);
    expect(Object.keys(core.context.datastore.tables.trash)).toEqual([]);
  });

  it('mend a file that was lost', async () => {
    const bytes = await makeImage();
    const { image } = await add(bytes);
    await rm(images.originalPath(image));
    await expect(images.embedded(image.id)).rejects.toMatchObject({
      code: 'not-found',
      details: { reason: 'image-file-missing', fileName: 'photo.jpg' },
    });
    await add(bytes);
    expect((await readFile(images.originalPath(image))).equals(bytes)).toBe(true);
  });
});

describe('a picture in its place', () => {
  const newTopic = async (title: string): Promise<TopicId> =>
    (await core.call('topics.create', { title, parentId: null })).topicId;

  it('is added and used in one step of undo', async () => {
    const topicId = await newTopic('Water');
    const { image } = await images.add({
      bytes: await makeImage(),
      fileName: 'a.jpg',
      foundAt: null,
      use: { kind: 'hero', topicId },
    });
    const { datastore } = core.context;
    expect(datastore.require('topics', topicId).hero).toEqual({ imageId: image.id, focalPoint: null });
    expect(images.get(image.id).usedBy).toEqual([{ kind: 'hero', topicId, title: 'Water' }]);
    await datastore.undo();
    expect(datastore.require('topics', topicId).hero).toBeNull();
    expect(datastore.tables.images).toEqual({});
    await datastore.redo();
    expect(images.get(image.id).usedBy).toHaveLength(1);
  });

  it('is let go of everywhere when it is removed, and comes back by undo', async () => {
    const topicId = await newTopic('Water');
    const { resourceId } = await core.call('resources.create', {
      fields: { title: 'A guide' },
      topicId,
      sectionId: null,
    });
    const bytes = await makeImage();
    const { image } = await images.add({
      bytes,
      fileName: 'a.jpg',
      foundAt: null,
      use: { kind: 'hero', topicId },
    });
    await images.add({ bytes, fileName: 'a.jpg', foundAt: null, use: { kind: 'resource', resourceId } });
    await images.remove(image.id);
    const { datastore } = core.context;
    expect(datastore.require('topics', topicId).hero).toBeNull();
    expect(datastore.require('resources', resourceId).imageId).toBeNull();
    expect(Object.values(datastore.tables.trash)).toMatchObject([
      { kind: 'image', place: ['Water', 'A guide'] },
    ]);
    await datastore.undo();
    expect(images.get(image.id).usedBy).toHaveLength(2);
  });

  it('is refused for a topic that is gone, and then not recorded', async () => {
    const use = { kind: 'hero' as const, topicId: core.context.ids.next() as TopicId };
    await expect(
      images.add({ bytes: await makeImage(), fileName: 'a', foundAt: null, use }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await images.list({ offset: 0, limit: 10 })).total).toBe(0);
  });
});

describe('editing a credit', () => {
  let image: Image;
  beforeEach(async () => {
    ({ image } = await add(
      await makeImage({ xmp: '<photoshop:Credit>Press</photoshop:Credit>', exif: { Artist: 'jane' } }),
    ));
  });
  const creditNow = () => images.get(image.id).image.credit;

  it('makes a typed field the curator’s own', async () => {
    await images.update({ imageId: image.id, patch: { credit: { creator: 'Jane Doe' } } });
    expect(creditNow()).toMatchObject({
      creator: 'Jane Doe',
      creditLine: 'Press',
      origins: { creditLine: 'xmp' },
    });
    expect(creditNow().origins.creator).toBeUndefined();
  });

  it('keeps an origin that is named with the value', async () => {
    const credit = { creator: 'JANE', origins: { creator: 'iptc' as const } };
    await images.update({ imageId: image.id, patch: { credit } });
    expect(creditNow().origins).toEqual({ creditLine: 'xmp', creator: 'iptc' });
  });

  it('shows all that the file says', async () => {
    expect(await images.embedded(image.id)).toEqual([
      { field: 'creator', chosen: 'jane', found: [{ origin: 'exif', value: 'jane' }] },
      { field: 'creditLine', chosen: 'Press', found: [{ origin: 'xmp', value: 'Press' }] },
    ]);
  });

  it('without a change is no step of undo', async () => {
    const before = core.context.datastore.historyState();
    await images.update({ imageId: image.id, patch: { credit: { creator: 'jane' }, decorative: false } });
    expect(core.context.datastore.historyState()).toEqual(before);
  });
});

describe('the list of pictures', () => {
  it('has the newest first', async () => {
    for (const seed of [1, 2, 3]) {
      await add(await makeImage({ seed }), `${seed}.jpg`);
      core.clock.advance(1_000);
    }
    expect((await images.list({ offset: 0, limit: 2 })).items.map(({ fileName }) => fileName)).toEqual([
      '3.jpg',
      '2.jpg',
    ]);
    expect((await images.list({ offset: 2, limit: 2 })).items.map(({ fileName }) => fileName)).toEqual([
      '1.jpg',
    ]);
  });
});

it('keeps the original of a picture that is added again at the moment it is deleted for good', async () => {
  const bytes = await makeImage({ format: 'png' });
  const { image } = await add(bytes);
  await images.remove(image.id);
  const [entry] = await core.call('trash.list', {});
  await Promise.all([core.call('trash.purge', { trashId: entry!.id }), add(bytes)]);
  expect(core.context.datastore.require('images', image.id).id).toBe(image.id);
  expect(await readFile(images.originalPath(image))).toEqual(bytes);
});
