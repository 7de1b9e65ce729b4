import type { Identifier, Resource } from '../model/resource.ts';
import { foldText } from './fold.ts';
import { comparableAddress } from './web-address.ts';

/** Numbers that name one work. An ISSN names a journal with all its articles, `other` may be anything. */
const isOfOneWork = ({ scheme }: Identifier): boolean =>
  scheme === 'doi' || scheme === 'isbn' || scheme === 'oclc';

/** The address as two spellings of the same page share it; null when there is none. */
export const addressKey = ({ url }: Pick<Resource, 'url'>): string | null =>
  url === null ? null : comparableAddress(url);

/** The standard numbers of the work itself, each as scheme and number. */
export const identifierKeys = ({ identifiers }: Pick<Resource, 'identifiers'>): readonly string[] =>
  identifiers.filter(isOfOneWork).map(({ scheme, value }) => `${scheme} ${value.toLowerCase()}`);

const schemesOf = (keys: readonly string[]): ReadonlySet<string> =>
  new Set(keys.map((key) => key.slice(0, key.indexOf(' '))));

/** True when both have a number of the same kind and not one in common: two editions, two articles. */
export const areToldApart = (a: Pick<Resource, 'identifiers'>, b: Pick<Resource, 'identifiers'>): boolean => {
  const [mine, theirs] = [identifierKeys(a), identifierKeys(b)];
  const schemes = schemesOf(theirs);
  return (
    [...schemesOf(mine)].some((scheme) => schemes.has(scheme)) && !mine.some((key) => theirs.includes(key))
  );
};

/** A title as its words: case, accents, punctuation and a leading article do not count. */
export const titleWords = (title: string): readonly string[] =>
  foldText(title)
    .replace(/^(?:the|a|an) /, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
