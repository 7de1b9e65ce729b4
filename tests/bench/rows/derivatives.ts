import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { createDerivatives } from '#core/images/derivative-service.ts';
import { createImageService } from '#core/images/image-service.ts';
import type { Image } from '#shared/model/image.ts';
import { versionOf } from '../anchors/hugo-site.ts';
import { benchFolder } from '../bench-folder.ts';
import { inTurn, watched } from '../measure.ts';
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

/** Four derivatives of each of many photos, with their credits inside. */
export const derivativeRows: Group = async ({ runs, quick }) => {
  const folder = await benchFolder();
  const count = quick ? 4 : 100;
  const dir = join(folder.path, 'library');
  await createLibrary(libraryPaths(dir), { title: 'Bench', language: 'en' });
  const core = await openBenchCore(dir);
  const images = createImageService(core.context);
  const originals = join(folder.path, 'originals');
  await mkdir(originals);
  const added: Image[] = [];
  const files: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const bytes = await makePhoto(at);
    files.push(join(originals, `photo-${at}.jpg`));
    await writeFile(files[at] ?? '', bytes);
    const { image } = await images.add({ bytes, fileName: `photo-${at}.jpg`, foundAt: null, use: null });
    added.push(image);
  }
  const carrel = async () => {
    await rm(join(core.context.paths.cache, 'derivatives'), { recursive: true, force: true });
    const { deriveForPublication } = createDerivatives(core.context);
    await Promise.all(
      added.flatMap((image) => widths.map((width) => deriveForPublication(image, width, 'webp'))),
    );
  };
  const vips = await versionOf('vipsthumbnail', ['--vips-version']);
  const thumbnail = async () => {
    for (const width of widths) {
      await run(
        'vipsthumbnail',
        [...files, '--size', `${width}x`, '-o', join(folder.path, `%s-${width}.webp[Q=80]`)],
        { maxBuffer: 100_000_000 },
      );
    }
  };
  const other = vips === null ? () => undefined : thumbnail;
  const rounds = quick ? 1 : Math.min(runs, 3);
  const beside = await inTurn({ carrel, other }, rounds);
  const { longestTask } = await watched(carrel);
  await core.close();
  await folder.remove();
  return [
    {
      work: `four derivatives of ${count} photos (24 MP), XMP written`,
      anchor: vips === null ? 'vipsthumbnail (not installed)' : `vipsthumbnail (${vips}), same sizes`,
      ratio: vips === null ? null : beside.carrel / beside.other,
      goal: 0.5,
      carrel: beside.carrel,
      other: vips === null ? null : beside.other,
      unit: 'ms',
      runs: rounds,
      longestTask,
      note: '',
    },
  ];
};
