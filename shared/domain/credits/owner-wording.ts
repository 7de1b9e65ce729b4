import type { Credit } from '../../model/credit.ts';
import { linked, oneLine, type CreditPart } from './credit-parts.ts';
import { comparable } from './fold-text.ts';
import { findLicenseAddresses } from './license-address.ts';
import type { License } from './license.ts';
import { recogniseLicense } from './recognise-license.ts';

/** True when the words of `inner` stand in `outer`, whatever the case, dashes, quotes and punctuation. */
export const containsWords = (outer: string, inner: string): boolean => {
  const words = comparable(inner);
  return words !== '' && ` ${comparable(outer)} `.includes(` ${words} `);
};

const sameAddress = (one: string, other: string): boolean => {
  const plain = (address: string): string =>
    address
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/[).,;]+$/, '')
      .replace(/\/+$/, '');
  return plain(one) === plain(other);
};

/** What the owner's own wording already says, so that only the rest is added to it. */
export type Wording = {
  readonly text: string;
  readonly title: boolean;
  readonly creator: boolean;
  readonly copyrightNotice: boolean;
  /** The address of the source stands in it in full. */
  readonly sourceWritten: boolean;
  /** It names this very license, version included. */
  readonly license: boolean;
  /** The address of the license stands in it in full. */
  readonly addressWritten: boolean;
};

/** The makers of a picture, one by one. */
export const creatorsOf = (credit: Pick<Credit, 'creator'>): readonly string[] =>
  credit.creator
    .split(';')
    .map(oneLine)
    .filter((name) => name !== '');

/** Reads the owner's wording against the credit. Null when the owner asked for none. */
export const readWording = (credit: Credit, license: License | null): Wording | null => {
  const text = oneLine(credit.creditLine);
  if (text === '') return null;
  const addresses = text.match(/https?:\/\/[^\s<>"”]+/gi) ?? [];
  const creators = creatorsOf(credit);
  const named =
    license !== null &&
    (recogniseLicense(text)?.licenseId === license.id || containsWords(text, license.shortName));
  return {
    text,
    title: containsWords(text, credit.title),
    creator: creators.length > 0 && creators.every((name) => containsWords(text, name)),
    copyrightNotice: containsWords(text, credit.copyrightNotice),
    sourceWritten:
      credit.sourceUrl !== null && addresses.some((address) => sameAddress(address, credit.sourceUrl ?? '')),
    license: named,
    addressWritten: findLicenseAddresses(text).some(
      (found) => found.license !== null && found.license.id === license?.id,
    ),
  };
};

type Span = { readonly start: number; readonly end: number; readonly part: CreditPart };

const spanOf = (text: string, words: string, part: Omit<CreditPart, 'text'>): readonly Span[] => {
  if (words === '' || part.href === undefined) return [];
  const start = text.toLowerCase().indexOf(words.toLowerCase());
  const end = start + words.length;
  if (start < 0 || /[\p{L}\p{N}]/u.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`)) return [];
  return [{ start, end, part: { ...part, text: text.slice(start, end) } }];
};

const withHref = (role: CreditPart['role'], href: string | null): Omit<CreditPart, 'text'> => {
  const { text: _, ...part } = linked({ text: '', ...(role === undefined ? {} : { role }) }, href);
  return part;
};

/**
 * The owner's wording for the screen, unchanged letter by letter, with its title, maker and license made links where it
 * names them. Longer finds win over those inside them.
 */
export const linkWording = (text: string, credit: Credit, license: License | null): readonly CreditPart[] => {
  const [creator = ''] = creatorsOf(credit);
  const spans = [
    ...spanOf(text, oneLine(credit.title), withHref('title', credit.sourceUrl)),
    ...(license === null || license.address === null
      ? []
      : spanOf(text, license.shortName, {
          ...withHref('license', license.address),
          rel: 'license' as const,
        })),
    ...spanOf(text, creator, withHref('creator', credit.creatorUrl)),
  ];
  const chosen = spans
    .filter(
      (span, index) =>
        !spans.slice(0, index).some((other) => span.start < other.end && other.start < span.end),
    )
    .toSorted((one, other) => one.start - other.start);
  let at = 0;
  const parts: CreditPart[] = [];
  for (const { start, end, part } of chosen) {
    if (start > at) parts.push({ text: text.slice(at, start), role: 'wording' });
    parts.push(part);
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), role: 'wording' });
  return parts;
};
