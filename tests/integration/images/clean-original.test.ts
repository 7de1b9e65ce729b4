import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanOriginal } from '#core/images/clean-original-service.ts';
import { createImageService, type ImageService } from '#core/images/image-service.ts';
import { readEmbedded } from '#core/images/read-embedded.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import type { Image } from '#shared/model/image.ts';
import { makeAnimation, makeImage } from '#tests/support/make-image.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';

let core: TestCore;
let images: ImageService;

beforeAll(async () => {
  core = await openTestCore();
  images = createImageService(core.context);
});
afterAll(() => core.close());

const taken = async (bytes: Buffer): Promise<Image> =>
  (await images.add({ bytes, fileName: 'Ana’s photo.jpg', foundAt: null, use: null })).image;

const credited = async (bytes: Buffer): Promise<Image> => {
  const image = await taken(bytes);
  return {
    ...image,
    alt: 'A chair',
    credit: { ...image.credit, creator: 'jenlen', licenseId: 'cc-by-nc-nd-2.0' as LicenseId },
  };
};

/** What a camera and its owner leave in a file, with pixels that can be compared. */
const telling = async (format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'avif'): Promise<Buffer> =>
  sharp(await makeImage({ width: 60, height: 40, format: 'png' }))
    .withExif({
      IFD0: { Make: 'SecretCam', Artist: 'Private Person' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:SerialNumber="SN-12345"/></rdf:RDF></x:xmpmeta>',
    )
    .toFormat(format)
    .toBuffer();

const pixels = (bytes: Buffer) =>
  sharp(bytes, { animated: true }).autoOrient().removeAlpha().raw().toBuffer();

const secrets = /SecretCam|Private Person|SN-12345/;

describe('an original with its metadata cleaned', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)(
    'has the same picture as %s, its rights, and none of the rest',
    async (format) => {
      const original = await telling(format);
      const clean = await cleanOriginal(await credited(original), original);
      expect((await pixels(clean)).equals(await pixels(original))).toBe(true);
      expect(clean.toString('latin1')).not.toMatch(secrets);
      const [xmp] = await readEmbedded(clean, `image/${format}`);
      expect(xmp).toMatchObject({
        creator: 'jenlen',
        license: 'https://creativecommons.org/licenses/by-nc-nd/2.0/',
        alt: 'A chair',
      });
    },
  );

  it('would show what a file tells, if anything were left', async () => {
    expect((await telling('jpeg')).toString('latin1')).toMatch(secrets);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('keeps the data of a %s byte for byte', async (format) => {
    const plain = await makeImage({ width: 60, height: 40, format });
    const clean = await cleanOriginal(await credited(plain), plain);
    const data = plain.subarray(plain.length - 200, plain.length - 60);
    expect(clean.includes(data)).toBe(true);
  });

  it.each(['gif', 'webp'] as const)('still moves, as %s', async (format) => {
    const original = await makeAnimation(format);
    const clean = await cleanOriginal(await credited(original), original);
    expect((await sharp(clean, { animated: true }).metadata()).pages).toBe(3);
    expect((await pixels(clean)).equals(await pixels(original))).toBe(true);
    const [xmp] = await readEmbedded(clean, `image/${format}`);
    expect(xmp?.creator).toBe('jenlen');
  });

  it('keeps the color profile', async () => {
    const wide = await sharp(await makeImage({ format: 'png' }))
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const clean = await cleanOriginal(await credited(wide), wide);
    expect((await sharp(clean).metadata()).icc?.length).toBe((await sharp(wide).metadata()).icc?.length);
  });

  it('loses what was hung on behind the picture', async () => {
    const trailing = Buffer.concat([await makeImage({ seed: 3 }), Buffer.from('SEFT SecretCam video')]);
    const clean = await cleanOriginal(await credited(trailing), trailing);
    expect(clean.toString('latin1')).not.toMatch(secrets);
  });

  it('comes to be saved under its own name, and the original stays as it is', async () => {
    const original = await telling('jpeg');
    const image = await taken(original);
    const answer = await core.fetch(new Request(`carrel://app/images/${image.id}?clean=1`));
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Ana%E2%80%99s%20photo.jpg",
    );
    // The name that the file gives as its maker's is the credit, and travels.
    const saved = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect(saved).not.toMatch(/SecretCam|SN-12345/);
    expect(saved).toContain('<rdf:li>Private Person</rdf:li>');
    expect((await readFile(images.originalPath(image))).equals(original)).toBe(true);
  });
});
