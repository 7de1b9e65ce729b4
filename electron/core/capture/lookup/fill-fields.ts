import { titleFromAddress } from '#shared/domain/capture/title-from-address.ts';
import { comparableAddress } from '#shared/domain/web-address.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { PageDescription } from './describe-page.ts';

/** Under this name the address of a page's picture is kept: the picture itself, and its rights, are a person's to get. */
export const pictureAddressField = 'Picture address';

/** Whether nobody gave the resource a title yet: it is its address, or was made from it. */
const isOnlyAddress = ({ title, url }: Resource): boolean =>
  url !== null &&
  (comparableAddress(title) === comparableAddress(url) ||
    title === url.slice(0, 500) ||
    title === titleFromAddress(url));

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

const summaryOf = (resource: Resource, page: PageDescription): Partial<Resource> => {
  const { url, summary, quotedFrom } = resource;
  if (summary.trim() !== '' || quotedFrom !== null || page.description === null || url === null) return {};
  return {
    summary: page.description,
    // The page's own words: its readers are told whose they are.
    quotedFrom: { source: resource.publisher ?? page.publisher ?? hostOf(url), url },
  };
};

const pictureOf = ({ imageId, otherFields }: Resource, { picture }: PageDescription): Partial<Resource> =>
  picture === null || imageId !== null || otherFields[pictureAddressField] !== undefined
    ? {}
    : { otherFields: { ...otherFields, [pictureAddressField]: picture } };

/** What a page adds to a resource: only where a field is empty. What a person wrote stays as it is. */
export const filledFields = (resource: Resource, page: PageDescription): Partial<Resource> => {
  const empty = ['publishedOn', 'modifiedOn', 'publisher', 'language'] as const;
  const known = empty.filter((field) => resource[field] === null && page[field] !== null);
  return {
    ...(page.title !== null && isOnlyAddress(resource) ? { title: page.title } : {}),
    ...summaryOf(resource, page),
    ...Object.fromEntries(known.map((field) => [field, page[field]])),
    ...pictureOf(resource, page),
  };
};
