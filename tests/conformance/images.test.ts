import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanOriginal } from '#core/images/clean-original-service.ts';
import { createDerivatives, type Derivatives } from '#core/images/derivative-service.ts';
import { createImageService, type ImageService } from '#core/images/image-service.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { emptyCredit, type Credit } from '#shared/model/credit.ts';
import type { Image } from '#shared/model/image.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';

const folder = join(
  process.env['CARREL_FIXTURES'] ?? join(import.meta.dirname, '../../../shared/fixtures'),
  'images',
);
const isThere = existsSync(folder);
if (!isThere) process.stderr.write(`Skipped: the collected pictures are not at ${folder}\n`);

let core: TestCore;
let images: ImageService;
let derivatives: Derivatives;

beforeAll(async () => {
  core = await openTestCore();
  images = createImageService(core.context);
  derivatives = createDerivatives(core.context);
});
afterAll(() => core.close());

/** Names of originals; the records beside them are not this feature's. */
const originals = async (): Promise<string[]> =>
  (await readdir(core.context.paths.images).catch(() => [])).filter((name) =>
    /^[0-9a-f]{64}\.(?!json)\w+$/.test(name),
  );

const add = async (name: string): Promise<Image> => {
  const bytes = await readFile(join(folder, name));
  return (await images.add({ bytes, fileName: name, foundAt: null, use: null })).image;
};

/** The fields of a credit that say something. */
const saidBy = (credit: Credit): Partial<Credit> =>
  Object.fromEntries(
    Object.entries(credit).filter(
      ([name, value]) => name !== 'origins' && value !== emptyCredit[name as keyof Credit],
    ),
  );

type Expected = {
  readonly size: readonly [number, number];
  readonly credit?: Partial<Credit>;
  readonly from?: Credit['origins'];
  readonly alt?: string;
  readonly animated?: boolean;
};

const square = { size: [128, 128] } as const;
const eight = [8, 8] as const;
const all = (origin: 'xmp' | 'iptc' | 'exif' | 'svg', ...fields: (keyof Credit['origins'])[]) =>
  Object.fromEntries(fields.map((field) => [field, origin]));

const expected: Record<string, Expected> = {
  'iptc-ref-std2022.1.jpg': {
    size: [2000, 1000],
    alt: 'This is the Alt Text description to support accessibility in 2022.1',
    credit: {
      title: 'The Title (ref2022.1)',
      creator: 'Creator1 (ref2022.1)',
      creditLine: 'Credit Line (ref2022.1)',
      copyrightNotice: 'Copyright (Notice) 2022.1 IPTC - www.iptc.org  (ref2022.1)',
      usageTerms: 'Rights Usage Terms (ref2022.1) https://example.com/WebStatementOfRights/2022.1',
      licensorUrl: 'https://example.com/LicensorURL_1_ref2022.1',
    },
    from: all('xmp', 'title', 'creator', 'creditLine', 'copyrightNotice', 'usageTerms', 'licensorUrl'),
  },
  'nasa-cc-by-4.0.jpg': {
    size: [1280, 1024],
    credit: {
      title: 'Collision leaves giant Jupiter bruised',
      licenseId: 'cc-by-4.0' as NonNullable<Credit['licenseId']>,
      creditLine:
        'NASA, ESA, Michael Wong (Space Telescope Science Institute, Baltimore, MD), H. B. Hammel (Space Science Institute, Boulder, CO) and the Jupiter Impact Team',
      usageTerms: 'Creative Commons Attribution 4.0 International License',
    },
    from: all('xmp', 'title', 'licenseId', 'creditLine', 'usageTerms'),
  },
  'iptc-agency-photographer.jpg': {
    size: [527, 350],
    credit: {
      title: 'drp2091169d',
      creator: 'Julie Doe',
      creditLine: 'Mugwum Press',
      copyrightNotice: '©2009 Julie Doe / Mugwum Press, all rights reserved',
      usageTerms: expect.stringMatching(
        /^Image to be used One-time only, [^]* specifically granted\. http:\/\/www\.riecks\.com\/copyright\.html$/,
      ),
      licensorUrl: 'http://www.mugwum.com',
    },
    from: all('xmp', 'title', 'creator', 'creditLine', 'copyrightNotice', 'usageTerms', 'licensorUrl'),
  },
  'public-domain-in-copyright.jpg': {
    size: [100, 72],
    credit: {
      creator: 'Laitche',
      copyrightNotice: 'Laitche (This file is in the public domain.)',
      usageTerms: 'www.laitche.com',
    },
    from: all('xmp', 'creator', 'copyrightNotice', 'usageTerms'),
  },
  'exiftool-IPTC.jpg': {
    size: eight,
    credit: {
      title: 'Test IPTC picture',
      creator: 'Phil Harvey',
      creditLine: 'My Credit',
      copyrightNotice: 'Copyright 2004 Phil Harvey',
    },
    from: all('iptc', 'title', 'creator', 'creditLine', 'copyrightNotice'),
  },
  ...Object.fromEntries(
    ['exiftool-XMP.jpg', 'exiftool-ExifTool.jpg'].map((name) => [
      name,
      {
        size: eight,
        credit: {
          title: 'Test IPTC picture',
          creator: 'Phil Harvey',
          creditLine: 'My Credit',
          copyrightNotice: 'Copyright 2004 Phil Harvey',
          usageTerms: 'https://exiftool.org/',
        },
        from: all('xmp', 'title', 'creator', 'creditLine', 'copyrightNotice', 'usageTerms'),
      },
    ]),
  ),
  // XMP before Exif is our rule, and on purpose not the Metadata Working Group's (decision 0004).
  'exiftool-MWG.jpg': {
    size: eight,
    credit: {
      creator: 'WRONG1of2-XMP-Creator; WRONG2of2-XMP-Creator',
      copyrightNotice: 'RIGHT-XMP-Copyright',
    },
    from: all('xmp', 'creator', 'copyrightNotice'),
  },
  'exiftool-PNG.png': { size: [16, 16], credit: { creator: 'Phil Harvey' }, from: all('xmp', 'creator') },
  'exiftool-GIF.gif': { size: eight, credit: { title: 'GIF with XMP' }, from: all('xmp', 'title') },
  'exiftool-RIFF.webp': { size: [1, 1], credit: { creator: 'me' }, from: all('exif', 'creator') },
  'exiftool-XMP.svg': {
    size: [384, 288],
    credit: { title: 'MyFoo Financial Report', creator: 'Irving Bird; Mary Lambert' },
    from: all('svg', 'title', 'creator'),
  },
  'exiftool-Unknown.jpg': { size: eight },
  'exiftool-Writer.jpg': { size: eight },
  ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((turn) => [`orientation-${turn}.jpg`, square])),
  'orientation-6.webp': square,
  'orientation-rectangle.jpg': { size: [1, 2] },
  'xmp-orientation.avif': { size: [326, 268] },
  'landscape-6.jpg': { size: [1800, 1200] },
  'cmyk.jpg': { size: [100, 100] },
  'wide-gamut-p3.png': { size: eight },
  'animated.gif': { size: [370, 285], animated: true },
  'animated.webp': { size: [370, 285], animated: true },
  'animated.png': { size: [128, 64], animated: true },
  'alpha.webp': { size: [300, 300] },
  'paris-icc-exif-xmp.avif': { size: [403, 302] },
  'large-photo.png': {
    size: [200, 130],
    credit: {
      title: '040621-N-6536T-062',
      creator: 'Photographerís Mate 3rd Class (A',
      creditLine: 'U.S Navy',
    },
    from: all('xmp', 'title', 'creator', 'creditLine'),
  },
  'svg-with-cc-licence.svg': {
    size: [40, 48],
    credit: {
      title: 'LibreOffice Writer icon 3.3.1 (48\u202fpx)',
      creator: 'The Document Foundation',
      licenseId: 'cc-by-sa-3.0' as NonNullable<Credit['licenseId']>,
      copyrightNotice: 'The Document Foundation',
    },
    from: all('svg', 'title', 'creator', 'licenseId', 'copyrightNotice'),
  },
  'svg-entityTest.svg': { size: [300, 150] },
  'svg-entityTest.expected.svg': { size: [300, 150] },
  'svg-hrefTestOne.svg': { size: [600, 600] },
  'svg-hrefTestOne.expected.svg': { size: [600, 600] },
  'svg-htmlTest.svg': { size: [2, 2] },
  'svg-htmlTest.expected.svg': { size: [2, 2] },
  'svg-svgTestOne.svg': { size: [600, 600] },
  'svg-svgTestOne.expected.svg': { size: [600, 600] },
  'svg-useTest.svg': { size: [68, 65] },
  'svg-useTest.expected.svg': { size: [68, 65] },
  'svg-xlinkLaughsTest.expected.svg': { size: [512, 512] },
};

const refused: Record<string, string> = {
  'exiftool-QuickTime.heic': 'image-heic',
  'stonehenge.heic': 'image-heic',
  'exiftool-Photoshop.psd': 'image-psd',
  'truncated.jpg': 'image-incomplete',
  'truncated.png': 'image-incomplete',
  'broken.png': 'image-damaged',
  'claims-huge.gif': 'image-incomplete',
  'svg-xlinkLaughsTest.svg': 'svg-too-complex',
};

describe.skipIf(!isThere)('the collected pictures', () => {
  it('are all accounted for', async () => {
    const names = (await readdir(folder)).filter((name) => !name.endsWith('.xml'));
    expect([...Object.keys(expected), ...Object.keys(refused)].toSorted()).toEqual(names.toSorted());
  });

  it.each(Object.entries(expected))('takes %s in with what it says', async (name, wanted) => {
    const image = await add(name);
    expect({
      size: [image.width, image.height],
      credit: saidBy(image.credit),
      from: image.credit.origins,
      alt: image.alt,
      animated: image.animated,
    }).toEqual({ credit: {}, from: {}, alt: '', animated: false, ...wanted });
  });

  it.each(Object.entries(refused))('refuses %s with %s, and keeps nothing', async (name, reason) => {
    const before = await originals();
    await expect(add(name)).rejects.toMatchObject({ details: { reason } });
    expect(await originals()).toEqual(before);
  });

  it('shows every value of the reference picture with its origin', async () => {
    const fields = await images.embedded((await add('iptc-ref-std2022.1.jpg')).id);
    const origins = fields.map(({ field, found }) => [field, found.map(({ origin }) => origin).join(' ')]);
    expect(Object.fromEntries(origins)).toEqual({
      title: 'xmp iptc',
      creator: 'xmp iptc exif',
      copyrightNotice: 'xmp iptc exif',
      creditLine: 'xmp iptc',
      usageTerms: 'xmp',
      licensorUrl: 'xmp',
      webStatement: 'xmp',
      alt: 'xmp',
    });
  });

  it('shows the values by which the rules differ, so that a person can choose', async () => {
    const fields = await images.embedded((await add('exiftool-MWG.jpg')).id);
    expect(fields.find(({ field }) => field === 'creator')?.found).toEqual([
      { origin: 'xmp', value: 'WRONG1of2-XMP-Creator; WRONG2of2-XMP-Creator' },
      { origin: 'iptc', value: 'WRONG1of2-IPTC-Creator; WRONG2of2-IPTC-Creator' },
      { origin: 'exif', value: 'RIGHT1of2-EXIF-Creator; RIGHT2of2-EXIF-Creator' },
    ]);
  });
});

const pixelsOf = async (name: string, width = 64): Promise<Buffer> => {
  const { path } = await derivatives.derive(await add(name), width, 'png');
  return sharp(path).removeAlpha().raw().toBuffer();
};

const meanDifference = (a: Buffer, b: Buffer): number =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;

describe.skipIf(!isThere)('their derivatives', () => {
  it.each(['3.jpg', '4.jpg', '5.jpg', '6.jpg', '7.jpg', '8.jpg', '6.webp'])(
    'look upright for orientation-%s',
    async (ending) => {
      const [one, other] = [await pixelsOf('orientation-2.jpg'), await pixelsOf(`orientation-${ending}`)];
      expect(other.length).toBe(one.length);
      expect(meanDifference(one, other)).toBeLessThan(8);
      // The same test must tell a turned picture apart.
      const turned = await sharp(one, { raw: { width: 64, height: 64, channels: 3 } })
        .rotate(180)
        .raw()
        .toBuffer();
      expect(meanDifference(one, turned)).toBeGreaterThan(20);
    },
  );

  it('of the CMYK photo are not negative', async () => {
    // The word RED in red on black: its negative is cyan on white.
    const { path } = await derivatives.derive(await add('cmyk.jpg'), 64, 'png');
    const [red, green, blue] = (await sharp(path).stats()).channels.map(({ mean }) => mean);
    expect(red).toBeLessThan(60);
    expect(red).toBeGreaterThan(3 * Math.max(green ?? 255, blue ?? 255));
  });

  it.each(['webp', 'jpeg', 'png'] as const)(
    'of the Display P3 picture are in Display P3 as %s',
    async (format) => {
      const name = 'wide-gamut-p3.png';
      const file = join(folder, name);
      const { path } = await derivatives.derive(await add(name), 8, format);
      const [wanted, found] = await Promise.all([sharp(file).metadata(), sharp(path).metadata()]);
      expect(found.icc?.equals(wanted.icc ?? Buffer.alloc(0))).toBe(true);
      const numbers = (of: string) => sharp(of).keepIccProfile().removeAlpha().raw().toBuffer();
      expect(meanDifference(await numbers(file), await numbers(path))).toBeLessThan(6);
    },
  );

  it.each(['animated.gif', 'animated.webp'])('of %s move', async (name) => {
    const { path } = await derivatives.derive(await add(name), 320, 'webp');
    expect((await sharp(path).metadata()).pages).toBe(10);
  });

  it('keep transparency', async () => {
    const { path } = await derivatives.derive(await add('alpha.webp'), 160, 'webp');
    const { channels } = await sharp(path).stats();
    expect(channels.at(3)?.min).toBeLessThan(10);
  });

  it('exist for every picture taken in', async () => {
    for (const name of Object.keys(expected)) {
      const image = await add(name);
      const { path, width, height } = await derivatives.deriveForPublication(image, 320, 'webp');
      const found = await sharp(path).metadata();
      expect([name, found.width, found.pageHeight ?? found.height]).toEqual([name, width, height]);
    }
  });
});

const exiftool = '/usr/bin/exiftool';

describe.skipIf(!isThere || !existsSync(exiftool))('by the word of exiftool', () => {
  const run = promisify(execFile);
  const tagsOf = async (path: string): Promise<Record<string, unknown>> => {
    const { stdout } = await run(exiftool, ['-j', '-G1', '-struct', '-a', path]);
    const [tags = {}] = JSON.parse(stdout) as Record<string, unknown>[];
    return tags;
  };

  it.each(['webp', 'jpeg', 'png'] as const)(
    'a published %s says what its credit says, and no place',
    async (format) => {
      const image = await add('iptc-ref-std2022.1.jpg');
      const credit: Credit = {
        ...image.credit,
        creator: 'Jane Doe; Ольга',
        creatorUrl: 'https://example.org/jane',
        licenseId: 'cc-by-nc-nd-2.0' as NonNullable<Credit['licenseId']>,
      };
      const { path } = await derivatives.deriveForPublication({ ...image, credit }, 320, format);
      const tags = await tagsOf(path);
      expect(tags).toMatchObject({
        'XMP-dc:Title': 'The Title (ref2022.1)',
        'XMP-dc:Creator': ['Jane Doe', 'Ольга'],
        'XMP-dc:Rights': 'Copyright (Notice) 2022.1 IPTC - www.iptc.org  (ref2022.1)',
        'XMP-xmpRights:WebStatement': 'https://creativecommons.org/licenses/by-nc-nd/2.0/',
        'XMP-xmpRights:Marked': true,
        'XMP-xmpRights:UsageTerms': credit.usageTerms,
        'XMP-plus:Licensor': [{ LicensorURL: 'https://example.com/LicensorURL_1_ref2022.1' }],
        'XMP-cc:License': 'https://creativecommons.org/licenses/by-nc-nd/2.0/',
        'XMP-cc:AttributionName': 'Jane Doe; Ольга',
        'XMP-cc:AttributionURL': 'https://example.org/jane',
        'XMP-iptcCore:AltTextAccessibility': image.alt,
        'XMP-photoshop:Credit': expect.stringContaining('CC BY-NC-ND 2.0'),
      });
      expect(Object.keys(tags).filter((name) => /GPS|Serial|Thumbnail|Warning|^IPTC/.test(name))).toEqual([]);
    },
  );

  it.each(['webp', 'jpeg', 'png'] as const)(
    'as %s, every picture carries what its credit says, and names no place or camera',
    async (format) => {
      const paths = new Map<string, Image>();
      for (const name of Object.keys(expected)) {
        const image = await add(name);
        paths.set((await derivatives.deriveForPublication(image, 320, format)).path, image);
      }
      const { stdout } = await run(exiftool, ['-j', '-G1', '-a', ...paths.keys()]);
      const found = JSON.parse(stdout) as (Record<string, unknown> & { SourceFile: string })[];
      expect(found).toHaveLength(paths.size);
      for (const tags of found) {
        const { fileName, credit, alt } = paths.get(tags.SourceFile) as Image;
        // A color profile names the device whose colors it describes, not a camera.
        const unwanted = Object.keys(tags).filter(
          (tag) => !tag.startsWith('ICC') && /GPS|Serial|Thumbnail|Model|Warning/.test(tag),
        );
        const names = credit.creator.split('; ');
        expect({
          fileName,
          unwanted,
          creator: tags['XMP-dc:Creator'],
          notice: tags['XMP-dc:Rights'],
          alt: tags['XMP-iptcCore:AltTextAccessibility'],
        }).toEqual({
          fileName,
          unwanted: [],
          creator: credit.creator === '' ? undefined : names.length === 1 ? names[0] : names,
          notice: credit.copyrightNotice === '' ? undefined : credit.copyrightNotice,
          alt: alt === '' ? undefined : alt,
        });
      }
    },
  );

  it('no cleaned original of any picture names a place or a camera, and each says what its credit says', async () => {
    const paths = new Map<string, string>();
    for (const name of Object.keys(expected).filter((one) => !one.endsWith('.svg'))) {
      const image = await add(name);
      const credit = {
        ...image.credit,
        creator: 'Jane Doe',
        licenseId: licenseById('cc-by-4.0')?.id ?? null,
      };
      const original = await readFile(images.originalPath(image));
      const clean = await cleanOriginal({ ...image, credit }, original);
      const path = join(core.dir, `clean-${name}`);
      await writeFile(path, clean);
      paths.set(path, name);
      const upright = (bytes: Buffer) => sharp(bytes, { animated: true }).autoOrient().raw().toBuffer();
      expect([name, (await upright(clean)).equals(await upright(original))]).toEqual([name, true]);
    }
    const { stdout } = await run(exiftool, ['-j', '-G1', '-a', ...paths.keys()]);
    const found = JSON.parse(stdout) as (Record<string, unknown> & { SourceFile: string })[];
    expect(found).toHaveLength(paths.size);
    for (const tags of found) {
      const name = paths.get(tags.SourceFile);
      const unwanted = Object.keys(tags).filter(
        (tag) =>
          !tag.startsWith('ICC') &&
          /GPS|Serial|Thumbnail|Preview|Model|Warning|Comment|IPTC:|MakerNote/.test(tag),
      );
      expect([name, unwanted]).toEqual([name, []]);
      expect([name, tags['XMP-dc:Creator'], tags['XMP-cc:License']]).toEqual([
        name,
        'Jane Doe',
        'https://creativecommons.org/licenses/by/4.0/',
      ]);
    }
  });
});
