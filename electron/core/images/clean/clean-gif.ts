import type { LeftIn } from './left-in.ts';

const block = { extension: 0x21, picture: 0x2c, end: 0x3b } as const;
const label = { comment: 0xfe, application: 0xff } as const;

/** Size of a color table by the lowest three bits beside the flag that there is one (GIF89a §18, §20). */
const tableSize = (packed: number): number => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));

/** Where a row of sub-blocks ends, its closing zero included. */
const endOfSubBlocks = (bytes: Buffer, from: number): number => {
  let at = from;
  while (at < bytes.length) {
    const size = bytes[at] ?? 0;
    at += 1 + size;
    if (size === 0) return at;
  }
  return bytes.length + 1;
};

const isNeeded = (bytes: Buffer, at: number): boolean => {
  const kind = bytes[at + 1];
  if (kind === label.comment) return false;
  // How often it repeats; everything else of this kind is somebody's own data.
  return (
    kind !== label.application ||
    /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(bytes.toString('latin1', at + 3, at + 14))
  );
};

/** XMP in a GIF is no sub-blocks but the packet itself and a run of bytes that leads any reader to its end (XMP part 3 §1.1.2). */
const xmpBlock = (xmp: string): Buffer =>
  Buffer.concat([
    Buffer.from([block.extension, label.application, 11]),
    Buffer.from(`XMP DataXMP${xmp}`),
    Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]),
  ]);

const startsAt = (bytes: Buffer): number => 13 + tableSize(bytes[10] ?? 0);

/** A GIF with the same frames; comments and what programs wrote into it are gone, what is left in on purpose is there. */
export const cleanGif = (bytes: Buffer, { xmp }: LeftIn): Buffer | null => {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null;
  const start = startsAt(bytes);
  const head = Buffer.from(bytes.subarray(0, start));
  // Extensions came with 89a.
  head.write('GIF89a', 'latin1');
  const kept: Buffer[] = [head, xmpBlock(xmp)];
  let at = start;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === block.end) return Buffer.concat([...kept, Buffer.from([block.end])]);
    if (kind !== block.extension && kind !== block.picture) return null;
    const data = kind === block.extension ? at + 2 : at + 11 + tableSize(bytes[at + 9] ?? 0);
    const end = endOfSubBlocks(bytes, data);
    if (end > bytes.length) return null;
    if (kind === block.picture || isNeeded(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
};
