/**
 * Where each file of a site lies and how a page refers to another. Everything is relative and names the file itself
 * (`index.html`, not `./`), so that a site works from a folder, a USB stick and any place on a server.
 */
export const paths = {
  index: 'index.html',
  tree: 'tree.html',
  search: 'search.html',
  searchScript: 'assets/search.js',
  searchIndex: 'assets/search-index.js',
  searchPart: (number: number) => `assets/search-part-${number}.js`,
  credits: 'credits.html',
  feed: 'feed.xml',
  css: 'assets/site.css',
  notices: 'assets/NOTICES.txt',
  manifest: 'carrel-manifest.json',
  topic: (slug: string) => `topics/${slug}.html`,
  topicZip: (slug: string) => `downloads/${slug}.zip`,
  font: (file: string) => `assets/fonts/${file}`,
} as const;

/** The way from the file `from` to the file `to`, both as paths within the site. */
export const relativePath = (from: string, to: string): string =>
  `${'../'.repeat(from.split('/').length - 1)}${to}`;

// Allowed by the URL standard as it is lived, but not by the grammar of RFC 3986 that validators go by.
const strays = /[[\]{}|\\^`]|%(?![0-9a-f]{2})/gi;

/** Addresses as most are, which come out of the URL parser as they went in: no port, no sign to encode, no `.` to resolve. */
const plainAddress = /^https?:\/\/(?:[a-z\d-]+\.)+[a-z]{2,}\/[\w~/.-]*(?:\?[\w=&.~-]+)?$/;

const isPlainAddress = (address: string): boolean =>
  plainAddress.test(address) && !address.includes('/.') && !address.includes('xn--');

/** An address that a reader may be sent to, or null: only http and https become links. Written as RFC 3986 asks. */
export const safeAddress = (address: string | null): string | null => {
  if (address === null || isPlainAddress(address)) return address;
  if (!/^https?:\/\/[^\s/]/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const rest = `${url.pathname}${url.search}${url.hash}`.replaceAll(strays, (stray) =>
    encodeURIComponent(stray),
  );
  const user = url.username === '' ? '' : `${url.username}${url.password === '' ? '' : `:${url.password}`}@`;
  return `${url.protocol}//${user}${url.host}${rest}`;
};
