import { decodeText, type DecodedText } from './decode-text.ts';
import type { BesideFiles, ImportSource } from './reader.ts';

const headLength = 64 * 1024;

/** Cut where neither a character of UTF-8 nor one of UTF-16 is cut in two. */
const cut = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length <= headLength) return bytes;
  if (bytes.subarray(0, 1_000).includes(0)) return bytes.subarray(0, headLength);
  let end = headLength;
  while (end > headLength - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
};

const headOf = (bytes: Uint8Array): string => {
  try {
    return decodeText(cut(bytes)).text;
  } catch {
    return '';
  }
};

/** A file as readers see it. Its text is decoded when it is first asked for, and once. */
export const createSource = (
  fileName: string,
  bytes: Uint8Array,
  beside: BesideFiles = new Map(),
): ImportSource => {
  let text: DecodedText | null = null;
  return {
    fileName,
    bytes,
    head: headOf(bytes),
    text: () => (text ??= decodeText(bytes)),
    beside,
  };
};
