import type { WebAddress } from '../../model/text.ts';

/**
 * A first title made from an address, to be rewritten: the words of its last part, or the name of the place it leads to.
 */
export const titleFromAddress = (address: WebAddress): string => {
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
