import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDerivatives, type Derivatives } from '#core/images/derivative-service.ts';
import { createImageService, type ImageService } from '#core/images/image-service.ts';
import { readEmbedded } from '#core/images/read-embedded.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import type { Image } from '#shared/model/image.ts';
import { makeAnimation, makeImage } from '#tests/support/make-image.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';

let core: TestCore;
let images: ImageService;
let derivatives: Derivatives;

beforeAll(async () => {
  core = await openTestCore();
  images = createImageService(core.context);
  derivatives = createDerivatives(core.context);
});
afterAll(() => core.close());

const add = async (bytes: Buffer): Promise<Image> =>
  (await images.add({ bytes, fileName: 'photo', foundAt: null, use: null })).image;

const made = async (image: Image, width: number, format: 'webp' | 'jpeg' | 'png' = 'webp') =>
  readFile((await derivatives.derive(image, width, format)).path);

/** The color at a place given in fractions of the picture, red, green, blue (and alpha). */
const colorAt = async (bytes: Buffer, x: number, y: number): Promise<number[]> => {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + info.channels)];
};

describe('a derivative', () => {
  it('is never larger than the original', async () => {
    const image = await add(await makeImage({ width: 100, height: 50 }));
    const { width, height, path } = await derivatives.derive(image, 640, 'webp');
    const found = await sharp(path).metadata();
    expect([width, height, found.width, found.height]).toEqual([100, 50, 100, 50]);
  });

  it('stands upright, whichever way the camera was held', async () => {
    for (const orientation of [3, 6, 8]) {
      const upright = await makeImage({ width: 80, height: 80, format: 'png' });
      // The pixels are laid as that camera would have stored them.
      const turn = { 3: 180, 6: 270, 8: 90 }[orientation] ?? 0;
      const stored = await sharp(await sharp(upright).rotate(turn).png().toBuffer())
        .withMetadata({ orientation })
        .jpeg({ quality: 95 })
        .toBuffer();
      const bytes = await made(await add(stored), 80, 'png');
      const [red = 0] = await colorAt(bytes, 0.2, 0.2);
      const [elsewhere = 0] = await colorAt(bytes, 0.8, 0.8);
      expect([red > 150, elsewhere < 100]).toEqual([true, true]);
      expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
    }
  });

  it('of a large photo has the same bytes, made alone or with others', async () => {
    const image = await add(await makeImage({ width: 2400, height: 1600, orientation: 6, seed: 5 }));
    const widths = [320, 640, 1280, 1920, 2400];
    const one = (width: number) => {
      const cache = join(core.context.paths.cache, `alone-${width}`);
      return createDerivatives({ paths: { ...core.context.paths, cache } }).derive(image, width, 'webp');
    };
    const together = await Promise.all(widths.map((width) => derivatives.derive(image, width, 'webp')));
    for (const [at, width] of widths.entries()) {
      const alone = await one(width);
      const bytes = await readFile(together[at]?.path ?? '');
      expect(bytes.equals(await readFile(alone.path)), String(width)).toBe(true);
      const found = await sharp(bytes).metadata();
      // Upright: the camera was held on its side.
      expect([found.width, found.height]).toEqual([alone.width, alone.height]);
      expect(found.height).toBeGreaterThan(found.width);
    }
  });

  it('of a large picture keeps its profile and its transparency', async () => {
    const clear = { width: 2000, height: 40, channels: 4, background: '#ff000080' } as const;
    const wide = await sharp(await sharp({ create: clear }).png().toBuffer(), { ignoreIcc: true })
      .withIccProfile('p3', { attach: true })
      .png()
      .toBuffer();
    const bytes = await made(await add(wide), 200, 'png');
    const { icc } = await sharp(bytes).metadata();
    expect(icc?.equals((await sharp(wide).metadata()).icc ?? Buffer.alloc(0))).toBe(true);
    const [red = 0, , , alpha = 0] = await colorAt(bytes, 0.5, 0.5);
    expect([red > 230, Math.abs(alpha - 128) < 4]).toEqual([true, true]);
  });

  it('of a file that cannot be read fails for all who asked, and for no other picture', async () => {
    const image = await add(await makeImage({ width: 60, height: 40, seed: 77 }));
    const missing: Image = { ...image, id: 'f'.repeat(64) as Image['id'] };
    const asked = await Promise.allSettled([
      derivatives.derive(missing, 20, 'webp'),
      derivatives.derive(missing, 30, 'webp'),
      derivatives.derive(image, 30, 'webp'),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('keeps transparency, and puts it on white in a JPEG', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#ff000000' } })
      .png()
      .toBuffer();
    const image = await add(clear);
    expect((await colorAt(await made(image, 20), 0.5, 0.5)).at(3)).toBe(0);
    expect(await colorAt(await made(image, 20, 'jpeg'), 0.5, 0.5)).toEqual([255, 255, 255]);
  });

  it('of a CMYK photo is no negative', async () => {
    const red = sharp({ create: { width: 20, height: 20, channels: 3, background: '#e01010' } });
    const image = await add(await red.toColorspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer());
    const [r = 0, g = 255, b = 255] = await colorAt(await made(image, 20), 0.5, 0.5);
    expect([r > 150, g < 110, b < 110]).toEqual([true, true, true]);
  });

  it.each(['webp', 'jpeg', 'png'] as const)(
    'of a wide-gamut picture keeps its profile and its numbers in a %s',
    async (format) => {
      // The reddest red of Display P3: sRGB has none like it.
      const red = sharp({ create: { width: 20, height: 20, channels: 3, background: '#ff0000' } });
      const wide = await sharp(await red.png().toBuffer(), { ignoreIcc: true })
        .withIccProfile('p3', { attach: true })
        .png()
        .toBuffer();
      const original = await sharp(wide).keepIccProfile().raw().toBuffer();
      const bytes = await made(await add(wide), 20, format);
      const { icc } = await sharp(bytes).metadata();
      expect(icc?.equals((await sharp(wide).metadata()).icc ?? Buffer.alloc(0))).toBe(true);
      const found = await sharp(bytes).keepIccProfile().removeAlpha().raw().toBuffer();
      expect(found.subarray(0, 3).every((value, at) => Math.abs(value - (original[at] ?? 0)) <= 4)).toBe(
        true,
      );
    },
  );

  it('of a CMYK photo says that it is sRGB, and one of a plain photo says nothing', async () => {
    const red = sharp({ create: { width: 20, height: 20, channels: 3, background: '#e01110' } });
    const print = await add(await red.toColorspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer());
    const { icc } = await sharp(await made(print, 20)).metadata();
    expect(icc?.toString('latin1', 16, 20)).toBe('RGB ');
    const plain = await add(await makeImage({ seed: 31 }));
    expect((await sharp(await made(plain, 20)).metadata()).icc).toBeUndefined();
  });

  it.each(['gif', 'webp'] as const)(
    'of a moving %s moves as WebP and stands still as JPEG',
    async (format) => {
      const image = await add(await makeAnimation(format));
      const moving = await sharp(await made(image, 30)).metadata();
      expect([moving.pages, moving.width, moving.pageHeight ?? moving.height]).toEqual([3, 30, 20]);
      expect((await sharp(await made(image, 30, 'jpeg')).metadata()).pages ?? 1).toBe(1);
    },
  );

  it('of a drawing is drawn in the size asked for', async () => {
    const drawing = await add(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><rect width="5" height="5" fill="#0000ff"/></svg>',
      ),
    );
    const bytes = await made(drawing, 400, 'png');
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([400, 200]);
    expect(await colorAt(bytes, 0.49, 0.5)).toEqual([0, 0, 255, 255]);
    expect((await colorAt(bytes, 0.51, 0.5)).at(3)).toBe(0);
  });

  it('carries nothing of the original’s metadata', async () => {
    const image = await add(
      await makeImage({
        seed: 5,
        xmp: '<exif:GPSLatitude>51,28.5N</exif:GPSLatitude>',
        exif: { Artist: 'Jane' },
      }),
    );
    const found = await sharp(await made(image, 100)).metadata();
    expect([found.exif, found.xmp, found.iptc]).toEqual([undefined, undefined, undefined]);
  });

  it('is made once for many who ask at the same time, and kept', async () => {
    const image = await add(await makeImage({ seed: 7, width: 300, height: 300 }));
    const asked = await Promise.all(Array.from({ length: 8 }, () => derivatives.derive(image, 200, 'webp')));
    expect(new Set(asked.map(({ path }) => path)).size).toBe(1);
    const cached = await readdir(join(core.context.paths.cache, 'derivatives'));
    expect(cached.filter((name) => name.startsWith(image.id))).toHaveLength(1);
  });
});

describe('a published derivative', () => {
  const credited = async (): Promise<Image> => {
    const image = await add(await makeImage({ seed: 9 }));
    return {
      ...image,
      alt: 'A reading chair',
      credit: {
        ...image.credit,
        title: 'Quiet corner',
        creator: 'jenlen',
        licenseId: 'cc-by-nc-nd-2.0' as LicenseId,
        copyrightNotice: '© jenlen',
      },
    };
  };

  it.each(['webp', 'jpeg', 'png'] as const)('carries the rights in a %s', async (format) => {
    const { path } = await derivatives.deriveForPublication(await credited(), 60, format);
    const [xmp] = await readEmbedded(await readFile(path), `image/${format}`);
    expect(xmp).toMatchObject({
      title: 'Quiet corner',
      creator: 'jenlen',
      license: 'https://creativecommons.org/licenses/by-nc-nd/2.0/',
      webStatement: 'https://creativecommons.org/licenses/by-nc-nd/2.0/',
      copyrightNotice: '© jenlen',
      alt: 'A reading chair',
    });
    expect(xmp?.creditLine).toMatch(/jenlen.*CC BY-NC-ND 2\.0/);
  });

  it('has the same bytes each time, and others when the credit changes', async () => {
    const image = await credited();
    const bytesOf = async (from: Image, maker: Derivatives) =>
      readFile((await maker.deriveForPublication(from, 60, 'webp')).path);
    const first = await bytesOf(image, derivatives);
    const cache = join(core.context.paths.cache, 'elsewhere');
    const anew = await bytesOf(image, createDerivatives({ paths: { ...core.context.paths, cache } }));
    expect(anew.equals(first)).toBe(true);
    const changed = await bytesOf({ ...image, credit: { ...image.credit, creator: 'Jane' } }, derivatives);
    expect(changed.equals(first)).toBe(false);
  });

  it('says nothing of a decorative picture’s text', async () => {
    const { path } = await derivatives.deriveForPublication(
      { ...(await credited()), decorative: true },
      60,
      'webp',
    );
    const [xmp] = await readEmbedded(await readFile(path), 'image/webp');
    expect(xmp?.alt).toBe('');
  });
});
