import { toWebAddress } from '#shared/domain/web-address.ts';
import { toCapturedLink, type CapturedLink } from '#shared/domain/capture/captured-link.ts';

/** No shortcut is larger, in bytes. */
export const largestShortcut = 65_536;

/** Whether a file is a shortcut to a page by its name: of Windows, macOS or a Linux desktop. */
export const isShortcutName = (name: string): boolean => /\.(?:url|webloc|desktop)$/i.test(name);

const decode = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const lineOf = (text: string, name: RegExp): string =>
  text
    .split(/\r?\n/)
    .find((line) => name.test(line))
    ?.replace(/^[^=]*=/, '')
    .trim() ?? '';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const withoutEntities = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,6})|(\w{2,4}));/g, (whole, code?: string, name?: string) =>
    code ? String.fromCodePoint(Number(code)) : (entities[name ?? ''] ?? whole),
  );

/** The first string of a binary property list (`bplist00`) that is an address: ASCII strings tell their length before. */
const addressInBinaryList = (bytes: Uint8Array): string => {
  const text = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  const at = text.search(/https?:\/\//i);
  if (at < 1) return '';
  const short = bytes[at - 1] ?? 0;
  // 0x5n: a string of n characters; 0x5F: its length follows as an integer of one (0x10) or two (0x11) bytes.
  if (bytes[at - 3] === 0x5f && bytes[at - 2] === 0x10) return text.slice(at, at + short);
  if (bytes[at - 4] === 0x5f && bytes[at - 3] === 0x11)
    return text.slice(at, at + (bytes[at - 2] ?? 0) * 256 + short);
  return short > 0x50 && short < 0x5f ? text.slice(at, at + short - 0x50) : '';
};

const addressIn = (name: string, bytes: Uint8Array): string => {
  const text = decode(bytes);
  if (!name.toLowerCase().endsWith('.webloc')) return lineOf(text, /^URL(?:\[[^\]]*\])?\s*=/i);
  if (text.startsWith('bplist')) return addressInBinaryList(bytes);
  return withoutEntities(/<key>\s*URL\s*<\/key>\s*<string>([^<]*)<\/string>/i.exec(text)?.[1] ?? '').trim();
};

/**
 * The link in a shortcut file (`.url`, `.webloc`, `.desktop`), its title the name it carries or the file has. Null when it
 * leads to no web page: a file, a program, a script.
 */
export const readShortcut = (name: string, bytes: Uint8Array): CapturedLink | null => {
  const url = bytes.length > largestShortcut ? null : toWebAddress(addressIn(name, bytes));
  if (url === null) return null;
  const named = name.toLowerCase().endsWith('.desktop') ? lineOf(decode(bytes), /^Name\s*=/) : '';
  return toCapturedLink(url, named || name.replace(/\.[^.]+$/, ''));
};
