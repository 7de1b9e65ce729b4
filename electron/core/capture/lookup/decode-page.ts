/** How much is searched for what a page says of its own encoding, in bytes (the HTML standard asks for 1024). */
const searched = 4_096;

const decodeAs = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    // As a stream: a page that was cut off may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const byMark = (bytes: Uint8Array): string | null => {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : null;
};

const charsetIn = (text: string): string | null =>
  /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1]?.toLowerCase() ?? null;

const byMeta = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.subarray(0, searched)).toString('latin1');
  const meta = /<meta[^>]+charset[^>]*>/i.exec(head)?.[0] ?? '';
  const named = charsetIn(meta);
  // What could be read as ASCII is not UTF-16, whatever it says (HTML standard, 13.2.3.2).
  return named?.startsWith('utf-16') ? 'utf-8' : named;
};

/**
 * The bytes of a page as text: by the mark they begin with, what the server says, what the page says; else UTF-8, and
 * where that does not fit, Windows-1252. A name that nobody knows counts as none.
 */
export const decodePage = (bytes: Uint8Array, contentType: string): string => {
  const labels = [byMark(bytes), charsetIn(contentType), byMeta(bytes)].filter((label) => label !== null);
  for (const label of labels) {
    const text = decodeAs(bytes, label);
    if (text !== null) return text;
  }
  return (isUtf8(bytes) ? decodeAs(bytes, 'utf-8') : decodeAs(bytes, 'windows-1252')) ?? '';
};
