import { crc32 } from 'node:zlib';
import { orientationExif, type LeftIn } from './left-in.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Chunks that a decoder needs to show the picture as it is meant, moving ones included (PNG third edition §11). */
const needed = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs hIST sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
);

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** Text without compression, language or translation (§11.3.3.4), as XMP part 3 §1.1.5 asks for. */
const xmpChunk = (xmp: string): Buffer => chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`));

/** A PNG with the same pixels, and of the rest only what is needed to show them and what is left in on purpose. */
export const cleanPng = (bytes: Buffer, { xmp, orientation }: LeftIn): Buffer | null => {
  if (!bytes.subarray(0, 8).equals(signature)) return null;
  const kept: Buffer[] = [signature];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (needed.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IHDR') {
      kept.push(xmpChunk(xmp));
      if (orientation !== 1) kept.push(chunk('eXIf', orientationExif(orientation)));
    }
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
};
