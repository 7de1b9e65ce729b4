import { toWebAddress } from '../web-address.ts';
import type { WebAddress } from '../../model/text.ts';
import { joinLinks, toCapturedLink, type CapturedLink } from './captured-link.ts';

const addressPattern = /(?<![\w@.])(?:https?:\/\/|www\.)[^\s<>"“”«»\p{Cc}]+/giu;

const openings: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Without the punctuation of the sentence it stands in; a bracket stays when its other half is in the address. */
const withoutPunctuation = (text: string): string => {
  const [trimmed = ''] = /^.*[^.,;:!?'’*|]/u.exec(text) ?? [];
  const last = trimmed.at(-1) ?? '';
  const opening = openings[last];
  const isLoose = opening !== undefined && trimmed.split(last).length > trimmed.split(opening).length;
  return isLoose ? withoutPunctuation(trimmed.slice(0, -1)) : trimmed;
};

/** The addresses in a text, in its order. Any scheme but http and https is none. */
const addressesIn = (text: string): WebAddress[] =>
  (text.match(addressPattern) ?? []).flatMap((found) => toWebAddress(withoutPunctuation(found)) ?? []);

/** What is left of a line without its address, and without the dashes and brackets that led to it. */
const wordsAround = (line: string): string =>
  line
    .replaceAll(addressPattern, ' ')
    .replaceAll(/[<>[\]()]/g, ' ')
    .replace(/^[\s\-–—:•*|>]+/, '')
    .replace(/[\s\-–—:|<]+$/, '');

const linksInLine = (line: string): readonly CapturedLink[] => {
  const addresses = addressesIn(line);
  const [only] = addresses;
  if (only !== undefined && addresses.length === 1) return [toCapturedLink(only, '', wordsAround(line))];
  return addresses.map((url) => toCapturedLink(url, ''));
};

/** The links in a text: each address once; the words that share a line with one address are its summary. */
export const linksInText = (text: string): readonly CapturedLink[] =>
  joinLinks(text.split(/\r?\n|\r/).flatMap(linksInLine));

/** Addresses with nothing between them but spaces, commas and semicolons; null when there is anything else. */
export const listOfAddresses = (text: string): readonly CapturedLink[] | null => {
  const parts = text.split(/[\s,;]+(?=https?:\/\/|www\.|$)|^\s+/i).filter((part) => part !== '');
  const addresses = parts.map(toWebAddress);
  return addresses.length > 0 && addresses.every((url) => url !== null)
    ? joinLinks(addresses.map((url) => toCapturedLink(url, '')))
    : null;
};

/** The links of a `text/uri-list`; lines that begin with `#` are comments (RFC 2483 §5). */
export const linksInUriList = (list: string): readonly CapturedLink[] =>
  joinLinks(
    list
      .split(/\r?\n/)
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => toWebAddress(line) ?? [])
      .map((url) => toCapturedLink(url, '')),
  );
