/* oxlint-disable no-control-regex -- signatures are bytes, not words */
import type { ImageMediaType } from '#shared/model/image.ts';
import type { RefusalReason } from './refusals.ts';

/** What a file is by its own bytes: a kind of picture we keep, or the reason why not. */
export type Sniffed = { readonly mediaType: ImageMediaType } | { readonly refusal: RefusalReason };

const text = (bytes: Buffer, start: number, end: number) => bytes.toString('latin1', start, end);

const brandRefusals: readonly (readonly [RegExp, Sniffed])[] = [
  [/avif|avis/, { mediaType: 'image/avif' }],
  [/hei[cxms]|hev[cxms]|mif1|msf1/, { refusal: 'image-heic' }],
  [/crx /, { refusal: 'image-raw' }],
  [/jp2 |jpx |jxl /, { refusal: 'image-jpeg-family' }],
];

/** ISO base media files say what they are in the brands of their `ftyp` box (ISO/IEC 14496-12 §4.3). */
const sniffIsoMedia = (bytes: Buffer): Sniffed => {
  const brands = text(bytes, 8, Math.min(bytes.readUInt32BE(0), 256, bytes.length));
  return brandRefusals.find(([pattern]) => pattern.test(brands))?.[1] ?? { refusal: 'image-video' };
};

const tag = { newSubfileType: 0xfe, dngVersion: 0xc612 } as const;

/**
 * Most camera raw formats are TIFF files whose first picture is only a small preview; taking that preview for the
 * photo would be a silent loss.
 */
const sniffTiff = (bytes: Buffer): Sniffed => {
  const little = bytes[0] === 0x49;
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  if (text(bytes, 8, 10) === 'CR') return { refusal: 'image-raw' };
  const directory = u32(4);
  if (directory + 2 > bytes.length) return { refusal: 'image-incomplete' };
  for (let index = 0; index < u16(directory); index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > bytes.length) return { refusal: 'image-incomplete' };
    const isPreview = u16(entry) === tag.newSubfileType && (u32(entry + 8) & 1) === 1;
    if (isPreview || u16(entry) === tag.dngVersion) return { refusal: 'image-raw' };
  }
  return { mediaType: 'image/tiff' };
};

const signatures: readonly (readonly [RegExp, Sniffed | ((bytes: Buffer) => Sniffed)])[] = [
  [/^\xff\xd8\xff/, { mediaType: 'image/jpeg' }],
  [/^\x89PNG\r\n\x1a\n/, { mediaType: 'image/png' }],
  [/^GIF8[79]a/, { mediaType: 'image/gif' }],
  [/^RIFF[^]{4}WEBP/, { mediaType: 'image/webp' }],
  [/^[^]{4}ftyp/, sniffIsoMedia],
  [/^(?:II\*\0|MM\0\*)/, sniffTiff],
  [/^(?:II\+\0|MM\0\+)/, { mediaType: 'image/tiff' }],
  [/^(?:II(?:U\0|R[OS]\b)|MMOR|FUJIFILMCCD-RAW|\0MRM|FOVb)/, { refusal: 'image-raw' }],
  [/^8BP[SB]/, { refusal: 'image-psd' }],
  [/^BM[^]{4}\0\0\0\0/, { refusal: 'image-bmp' }],
  [/^(?:\0\0[\x01\x02]\0|icns)/, { refusal: 'image-icon' }],
  [/^(?:%PDF|%!PS|\xc5\xd0\xd3\xc6)/, { refusal: 'image-pdf' }],
  [/^(?:\xff\x0a|\0\0\0\x0c(?:JXL |jP {2})|\xff\x4f\xff\x51)/, { refusal: 'image-jpeg-family' }],
  [
    /^(?:\x1aE\xdf\xa3|RIFF[^]{4}AVI |\0\0\x01[\xb0-\xbf]|FLV\x01|OggS|[^]{4}(?:moov|mdat|wide|free))/,
    { refusal: 'image-video' },
  ],
];

const looksLikeSvg = (bytes: Buffer): boolean => {
  const start = bytes
    .toString('latin1', 0, 65_536)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  return (
    /^\s*</.test(start) &&
    /<(?:[\w.-]+:)?svg[\s>/]/.test(start) &&
    !/^\s*<(?:!doctype\s+)?html\b/i.test(start)
  );
};

/** Recognises a file by its content; its name and what the sender called it count for nothing. */
export const sniff = (bytes: Buffer): Sniffed => {
  if (bytes.length === 0) return { refusal: 'image-empty' };
  const head = text(bytes, 0, 64);
  const found = bytes.length < 12 ? undefined : signatures.find(([pattern]) => pattern.test(head))?.[1];
  if (found) return typeof found === 'function' ? found(bytes) : found;
  return looksLikeSvg(bytes) ? { mediaType: 'image/svg+xml' } : { refusal: 'image-unknown' };
};
