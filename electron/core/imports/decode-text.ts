import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { refusal } from '#core/refusal.ts';

/** A file's text without a byte order mark, and the name of the encoding it was in. */
export type DecodedText = { readonly text: string; readonly encoding: string };

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const decodeAs = (bytes: Uint8Array, encoding: string): string =>
  iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);

const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'UTF-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'UTF-16LE';
  return startsWith(bytes, 0xfe, 0xff) ? 'UTF-16BE' : null;
};

/** UTF-16 without a mark: Latin text has a zero in every second byte. */
const bareUtf16 = (bytes: Uint8Array): string | null => {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even < odd / 10) return 'UTF-16LE';
  return even > many && odd < even / 10 ? 'UTF-16BE' : null;
};

/** Null where the bytes are not UTF-8. Decoded here and not by `decodeAs`, which takes as long again. */
const asUtf8 = (bytes: Uint8Array): DecodedText | null => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return null;
  }
};

/** How sure a guess other than Western European must be (0 to 100): short texts fit many encodings by chance. */
const sureEnough = 50;

/** The encoding of bytes that are not UTF-8, guessed from the part around the first byte that is not ASCII. */
const guess = (bytes: Uint8Array): string => {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 2_000);
  const [best] = analyse(bytes.subarray(start, start + 64_000));
  const name = best === undefined || best.confidence < sureEnough ? 'ISO-8859-1' : best.name;
  // What calls itself ISO-8859-1 holds the curly quotes of windows-1252, as the WHATWG Encoding Standard knows.
  return name === 'ISO-8859-1' || name === 'UTF-8' || !iconv.encodingExists(name) ? 'windows-1252' : name;
};

const refuseOtherFiles = (bytes: Uint8Array): void => {
  if (bytes.length === 0) throw refusal('file-format', 'import-empty');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refusal('file-format', 'import-old-spreadsheet');
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw refusal('file-format', 'import-binary');
};

const isBinary = (text: string): boolean => {
  const sample = text.slice(0, 20_000);
  // oxlint-disable-next-line no-control-regex -- these are what tells text from other files
  const controls = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return sample.includes('\0') || controls > sample.length / 100;
};

const decodeNamed = (bytes: Uint8Array, encoding: string): DecodedText => ({
  text: decodeAs(bytes, encoding).replace(/^\ufeff/, ''),
  encoding,
});

/**
 * The text of a file, whatever it is encoded in: by its byte order mark, else UTF-8 where it is valid, else guessed.
 * `file-format` with a reason that says what to do for what is no text.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  refuseOtherFiles(bytes);
  const marked = byteOrderMark(bytes) ?? bareUtf16(bytes);
  const { text, encoding } =
    (marked === null ? asUtf8(bytes) : null) ?? decodeNamed(bytes, marked ?? guess(bytes));
  if (isBinary(text)) throw refusal('file-format', 'import-binary');
  if (text.trim() === '') throw refusal('file-format', 'import-empty');
  return { text, encoding };
};
