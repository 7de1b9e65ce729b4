import { orientationExif, type LeftIn } from './left-in.ts';

const marker = { app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, app15: 0xef, comment: 0xfe } as const;
const startOfScan = 0xda;
const endOfImage = 0xd9;
/** The most that one segment holds beside its own length. */
const mostInSegment = 65_533;

const segment = (code: number, ...parts: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

const beginsWith = (bytes: Buffer, name: string): boolean =>
  bytes.toString('latin1', 4, 4 + name.length) === name;

/** A JFIF segment without the small picture that may be in it (JFIF 1.02, bytes 16 and 17 are its size). */
const withoutThumbnail = (bytes: Buffer): Buffer =>
  segment(marker.app0, bytes.subarray(4, 16), Buffer.from([0, 0]));

/** What is needed to draw the picture: JFIF, the color profile, and Adobe's word on how colors are coded. */
const keptOf = (code: number, bytes: Buffer): Buffer | null => {
  if (code === marker.comment) return null;
  if (code < marker.app0 || code > marker.app15) return bytes;
  if (code === marker.app0) return beginsWith(bytes, 'JFIF\0') ? withoutThumbnail(bytes) : null;
  const isProfile = code === marker.app2 && beginsWith(bytes, 'ICC_PROFILE\0');
  return isProfile || (code === marker.app14 && beginsWith(bytes, 'Adobe')) ? bytes : null;
};

/** Where the coded data that begins here ends: at the next marker that is no restart (ITU T.81 §B.1.1.2). */
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? endOfImage;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
};

const added = ({ xmp, orientation }: LeftIn): readonly Buffer[] => {
  const name = 'http://ns.adobe.com/xap/1.0/\0';
  const fits = Buffer.byteLength(xmp) + name.length <= mostInSegment;
  return [
    ...(orientation === 1 ? [] : [segment(marker.app1, 'Exif\0\0', orientationExif(orientation))]),
    ...(fits ? [segment(marker.app1, name, xmp)] : []),
  ];
};

type Part = { readonly code: number; readonly bytes: Buffer };

/** The segment that begins here; that of a scan with the coded data behind it. Null when the file breaks off or is none. */
const partAt = (bytes: Buffer, at: number): Part | null => {
  if (bytes[at] !== 0xff || at + 4 > bytes.length) return null;
  const code = bytes[at + 1] ?? 0;
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (end > bytes.length || end < at + 4) return null;
  return { code, bytes: bytes.subarray(at, code === startOfScan ? endOfScan(bytes, end) : end) };
};

/** All segments up to the end of the picture. Null when one cannot be followed. */
const partsOf = (bytes: Buffer): readonly Part[] | null => {
  const parts: Part[] = [];
  let at = 2;
  while (at + 2 <= bytes.length && bytes[at + 1] !== endOfImage) {
    const isFill = bytes[at] === 0xff && bytes[at + 1] === 0xff;
    const part = isFill ? null : partAt(bytes, at);
    if (!isFill && part === null) return null;
    if (part !== null) parts.push(part);
    at += part === null ? 1 : part.bytes.length;
  }
  return parts.some(({ code }) => code === startOfScan) ? parts : null;
};

/**
 * A JPEG with the very same picture data, and of the rest only what is needed to draw it and what is left in on purpose. Also
 * cuts off what phones put behind the picture. Null when its parts cannot be followed.
 */
export const cleanJpeg = (bytes: Buffer, leftIn: LeftIn): Buffer | null => {
  const parts = bytes.readUInt16BE(0) === 0xffd8 ? partsOf(bytes) : null;
  if (parts === null) return null;
  const kept = parts.map(({ code, bytes: part }) => ({ code, bytes: keptOf(code, part) ?? Buffer.alloc(0) }));
  const isHead = ({ code }: Part) => code === marker.app0;
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...kept.filter(isHead).map((part) => part.bytes),
    ...added(leftIn),
    ...kept.filter((part) => !isHead(part)).map((part) => part.bytes),
    Buffer.from([0xff, endOfImage]),
  ]);
};
