import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { createDerivatives } from '#core/images/derivative-service.ts';
import { createImageService } from '#core/images/image-service.ts';
import type { Core } from '#core/open-core.ts';
import type { Image } from '#shared/model/image.ts';
import { versionOf } from '../anchors/hugo-site.ts';
import { benchFolder } from '../bench-folder.ts';
import { timed, watched } from '../measure.ts';
import { openBenchCore } from '../open-bench-core.ts';
import type { Group } from '../row.ts';

const run = promisify(execFile);
const widths = [320, 640, 1280, 1920] as const;

/** A photo-like picture of 24 megapixels: noise over gradients, so that neither codec finds it easy. */
const makePhoto = async (seed: number): Promise<Buffer> => {
  const noise = await sharp({
    create: {
      width: 1500,
      height: 1000,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 + (seed % 20) },
    },
  })
    .png()
    .toBuffer();
  return sharp(noise).resize(6000, 4000, { kernel: 'cubic' }).jpeg({ quality: 88 }).toBuffer();
};

/** The same photo in a file of its own: a comment behind the start of the JPEG (ISO/IEC 10918-1 B.2.4.5) that no decoder minds. */
const anotherFile = (jpeg: Buffer, number: number): Buffer => {
  const words = Buffer.from(`photo ${number}`);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(words.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, words, jpeg.subarray(2)]);
};

type Photo = { readonly image: Image; readonly file: string };

const addPhotos = async (core: Core, folder: string, count: number): Promise<readonly Photo[]> => {
  const images = createImageService(core.context);
  const shots = await Promise.all(Array.from({ length: Math.min(count, 5) }, (_, seed) => makePhoto(seed)));
  await mkdir(folder);
  const photos: Photo[] = [];
  for (let at = 0; at < count; at += 1) {
    const bytes = anotherFile(shots[at % shots.length] ?? Buffer.alloc(0), at);
    const file = join(folder, `photo-${at}.jpg`);
    await writeFile(file, bytes);
    const { image } = await images.add({ bytes, fileName: `photo-${at}.jpg`, foundAt: null, use: null });
    photos.push({ image, file });
  }
  return photos;
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** So many photos by Carrel, then the same by the anchor, and so on: what else the machine does meets both. */
const inOneTurn = 20;

/** Four derivatives of each of many photos, with their credits inside. */
export const derivativeRows: Group = async ({ quick }) => {
  const folder = await benchFolder();
  const count = quick ? 4 : 100;
  const dir = join(folder.path, 'library');
  await createLibrary(libraryPaths(dir), { title: 'Bench', language: 'en' });
  const core = await openBenchCore(dir);
  const photos = await addPhotos(core, join(folder.path, 'originals'), count);
  const vips = await versionOf('vipsthumbnail', ['--vips-version']);
  const { deriveForPublication } = createDerivatives(core.context);
  const derive = (some: readonly Photo[]) =>
    Promise.all(
      some.flatMap(({ image }) => widths.map((width) => deriveForPublication(image, width, 'webp'))),
    );
  const thumbnail = async (some: readonly Photo[]) => {
    const files = some.map(({ file }) => file);
    for (const width of widths) {
      const place = join(folder.path, `%s-${width}.webp[Q=80]`);
      await run('vipsthumbnail', [...files, '--size', `${width}x`, '-o', place], { maxBuffer: 100_000_000 });
    }
  };
  const times = { carrel: [] as number[], other: [] as number[], longest: [] as number[] };
  for (let at = 0; at < photos.length; at += inOneTurn) {
    const some = photos.slice(at, at + inOneTurn);
    const { result, longestTask } = await watched(() => timed(() => derive(some)));
    times.carrel.push(result);
    times.longest.push(longestTask);
    if (vips !== null) times.other.push(await timed(() => thumbnail(some)));
  }
  await core.close();
  await folder.remove();
  return [
    {
      work: `four derivatives of ${count} photos (24 MP), XMP written`,
      anchor: vips === null ? 'vipsthumbnail (not installed)' : `vipsthumbnail (${vips}), same sizes`,
      ratio: vips === null ? null : sum(times.carrel) / sum(times.other),
      goal: 0.5,
      carrel: sum(times.carrel),
      other: vips === null ? null : sum(times.other),
      unit: 'ms',
      runs: 1,
      longestTask: Math.max(...times.longest),
      note: `in turns of ${Math.min(inOneTurn, count)} photos, summed`,
    },
  ];
};
