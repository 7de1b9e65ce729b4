import type { Identifier, Resource } from '../model/resource.ts';
import { foldText } from './fold.ts';
import { comparableAddress } from './web-address.ts';

type Identified = { readonly identifiers: readonly Identifier[] };

/** Numbers that name one work. An ISSN names a journal with all its articles, `other` may be anything. */
const isOfOneWork = ({ scheme }: Identifier): boolean =>
  scheme === 'doi' || scheme === 'isbn' || scheme === 'oclc';

/** The address as two spellings of the same page share it; null when there is none. */
const addressKey = ({ url }: Pick<Resource, 'url'>): string | null =>
  url === null ? null : comparableAddress(url);

/** The standard numbers of the work itself, each as scheme and number. */
export const identifierKeys = ({ identifiers }: Identified): readonly string[] =>
  identifiers.filter(isOfOneWork).map(({ scheme, value }) => `${scheme} ${value.toLowerCase()}`);

/** What a record of a work carries that another record of the same work shares; the surest first. */
export type SharedKey = { readonly by: 'identifier' | 'address'; readonly key: string };

/** What two records of the same work share: a standard number of it, or its address. */
export const sharedKeys = (record: {
  readonly url?: string | null | undefined;
  readonly identifiers?: readonly Identifier[] | undefined;
}): readonly SharedKey[] => {
  const address = addressKey({ url: record.url ?? null });
  return [
    ...identifierKeys({ identifiers: record.identifiers ?? [] }).map((number) => ({
      by: 'identifier' as const,
      key: `i ${number}`,
    })),
    ...(address === null ? [] : [{ by: 'address' as const, key: `a ${address}` }]),
  ];
};

const schemesOf = (keys: readonly string[]): ReadonlySet<string> =>
  new Set(keys.map((key) => key.slice(0, key.indexOf(' '))));

/** True when both have a number of the same kind and not one in common: two editions, two articles. */
export const areToldApart = (a: Identified, b: Identified): boolean => {
  if (a.identifiers.length === 0 || b.identifiers.length === 0) return false;
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
