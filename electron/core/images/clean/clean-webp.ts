import { orientationExif, type LeftIn } from './left-in.ts';

const flags = { animation: 0x02, xmp: 0x04, exif: 0x08, alpha: 0x10, profile: 0x20 } as const;
const needed = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

const chunk = (name: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

type Chunk = { readonly name: string; readonly data: Buffer };

const chunksOf = (bytes: Buffer): readonly Chunk[] | null => {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const found: Chunk[] = [];
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  let at = 12;
  while (at + 8 <= end) {
    const next = at + 8 + bytes.readUInt32LE(at + 4);
    if (next > bytes.length) return null;
    found.push({ name: bytes.toString('latin1', at, at + 4), data: bytes.subarray(at + 8, next) });
    at = next + (next % 2);
  }
  return found;
};

/** What the picture itself is, for a file that had no extended header because it carried nothing beside its pixels. */
export type WebpCanvas = { readonly width: number; readonly height: number; readonly alpha: boolean };

const header = (chunks: readonly Chunk[], canvas: WebpCanvas, orientation: number): Buffer => {
  const before = chunks.find(({ name }) => name === 'VP8X')?.data;
  const data = before?.length === 10 ? Buffer.from(before) : Buffer.alloc(10);
  if (before === undefined) {
    data[0] = canvas.alpha ? flags.alpha : 0;
    data.writeUIntLE(canvas.width - 1, 4, 3);
    data.writeUIntLE(canvas.height - 1, 7, 3);
  }
  const kept = (data[0] ?? 0) & (flags.animation | flags.alpha | flags.profile);
  data[0] = kept | flags.xmp | (orientation === 1 ? 0 : flags.exif);
  return chunk('VP8X', data);
};

/**
 * A WebP with the same pixels, and of the rest only what is needed to show them and what is left in on purpose (RFC 9649 §2.7).
 * `canvas` in pixels as stored.
 */
export const cleanWebp = (bytes: Buffer, leftIn: LeftIn, canvas: WebpCanvas): Buffer | null => {
  const chunks = chunksOf(bytes);
  if (chunks === null) return null;
  const kept = chunks.filter(({ name }) => needed.has(name)).map(({ name, data }) => chunk(name, data));
  const { orientation, xmp } = leftIn;
  const body = Buffer.concat([
    header(chunks, canvas, orientation),
    ...kept,
    ...(orientation === 1 ? [] : [chunk('EXIF', orientationExif(orientation))]),
    chunk('XMP ', Buffer.from(xmp)),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
};
