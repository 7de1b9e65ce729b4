import { toWebAddress } from '#shared/domain/web-address.ts';
import type { WebAddress } from '#shared/model/text.ts';

const longestTitle = 500;

const titleOf = (address: WebAddress): string => {
  const url = new URL(address);
  const host = url.hostname.replace(/^www\./, '');
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  let words = last.replace(/\.[a-z0-9]{2,5}$/i, '');
  try {
    words = decodeURIComponent(words);
  } catch {
    // A stray percent sign: the words stay as they are written.
  }
  words = words.replaceAll(/[-_+\s]+/g, ' ').trim();
  // What is no words (an id, a number) would be a worse title than the place it leads to.
  return /\p{L}{3}/u.test(words) ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : host;
};

/**
 * What was typed or pasted to add a resource: an address, with a first title made from it, or a title. Null for
 * nothing. The title of an address is a start, to be rewritten; nothing is fetched.
 */
export const toResourceFields = (text: string): { title: string; url: WebAddress | null } | null => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return null;
  const isAddress = !line.includes(' ') && /^(?:https?:\/\/|www\.)/i.test(line);
  const url = isAddress ? toWebAddress(line) : null;
  return { title: (url ? titleOf(url) : line).slice(0, longestTitle), url };
};
