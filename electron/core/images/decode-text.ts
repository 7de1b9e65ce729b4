const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const westernEuropean = new TextDecoder('windows-1252');

/**
 * Text of old metadata: UTF-8 where it is valid UTF-8, whatever the file claims, else windows-1252. IPTC without a
 * charset marker (1:90) and Exif "ASCII" hold either in practice; Latin-1 text is almost never valid UTF-8 by chance.
 */
export const decodeLegacy = (bytes: Uint8Array): string => {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return westernEuropean.decode(bytes);
  }
};

/** As `decodeLegacy`, for text of which each character is still one byte; other text is right already. */
export const decodeByteString = (text: string): string =>
  /^[\0-\xff]*$/.test(text) && /[\x80-\xff]/.test(text) ? decodeLegacy(Buffer.from(text, 'latin1')) : text;

const isUtf16 = (bytes: Uint8Array, first: number, second: number) =>
  (bytes[0] === first && bytes[1] === second) ||
  (bytes[0] === 0 && bytes[1] === 0x3c && first === 0xfe) ||
  (bytes[0] === 0x3c && bytes[1] === 0 && first === 0xff);

/** An XML document's text by its byte order mark or the zero beside its first `<` (XML 1.0, appendix F). */
export const decodeXml = (bytes: Uint8Array): string => {
  const encoding = isUtf16(bytes, 0xfe, 0xff) ? 'utf-16be' : isUtf16(bytes, 0xff, 0xfe) ? 'utf-16le' : null;
  const text = encoding ? new TextDecoder(encoding).decode(bytes) : decodeLegacy(bytes);
  return text.replace(/^\ufeff/, '').replace(/\0+$/, '');
};

/** One value as a credit holds it: no control characters, spaces trimmed, not longer than a field may be. */
export const tidy = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- cameras pad with them
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
    .replaceAll(/\r\n?/g, '\n')
    .trim()
    .slice(0, 5_000)
    .trim();
