import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path/posix';
import { Window, type HTMLElement as Element } from 'happy-dom';

/** Paths of all files in a folder, relative to it, sorted. */
export const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
};

type Page = { readonly path: string; readonly document: Window['document']; readonly ids: readonly string[] };
type Site = { readonly files: ReadonlySet<string>; readonly pages: ReadonlyMap<string, Page> };

const readPage = async (folder: string, path: string): Promise<Page> => {
  // Neither runs scripts nor fetches anything.
  const window = new Window();
  const document = new window.DOMParser().parseFromString(
    await readFile(join(folder, path), 'utf8'),
    'text/html',
  );
  return { path, document, ids: [...document.querySelectorAll('[id]')].map(({ id }) => id) };
};

const isOutside = (address: string): boolean => /^(?:https?:\/\/[^\s/]|mailto:)/i.test(address);

/** What is wrong with one reference from a page, or null. Only a link that a reader follows may lead outside. */
const checkReference = (site: Site, page: Page, address: string, mayLeave: boolean): string | null => {
  if (isOutside(address)) return mayLeave ? null : `${page.path} fetches ${address}`;
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(address)) return `${page.path} refers to ${address}`;
  const [target = '', fragment] = address.split('#');
  const path = target === '' ? page.path : normalize(join(dirname(page.path), decodeURIComponent(target)));
  if (!site.files.has(path)) return `${page.path} refers to ${address}, which is not there`;
  const there = site.pages.get(path);
  if (fragment === undefined || fragment === '' || there?.ids.includes(fragment)) return null;
  return `${page.path} refers to ${address}, which has no such place`;
};

const sourcesIn = (element: Element): string[] => [
  ...['src', 'poster', 'data'].flatMap((name) => element.getAttribute(name) ?? []),
  ...(element.getAttribute('srcset') ?? '')
    .split(',')
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
    .filter((address) => address !== ''),
];

const checkReferences = (site: Site, page: Page): string[] => {
  const all = [...page.document.querySelectorAll('*')] as unknown as Element[];
  return all.flatMap((element) => {
    const href = element.getAttribute('href') ?? element.getAttribute('xlink:href');
    const found = [
      ...(href === null ? [] : [checkReference(site, page, href, element.tagName === 'A')]),
      ...sourcesIn(element).map((address) => checkReference(site, page, address, false)),
    ];
    return found.filter((problem) => problem !== null);
  });
};

/** Scripts that a page may have: none but data, and on the search page the two that make it work. */
const allowedScripts = (path: string): string =>
  path === 'search.html'
    ? '[src="assets/search-index.js"], [src^="assets/search-part-"], [src="assets/search.js"]'
    : '[type="application/ld+json"]';

const checkInert = ({ path, document }: Page): string[] => [
  ...[
    ...document.querySelectorAll(`script:not(${allowedScripts(path)}), iframe, object, embed, base, form`),
  ].map(({ tagName }) => `${path} has a ${tagName.toLowerCase()}`),
  ...[...document.querySelectorAll('*')].flatMap(({ attributes }) =>
    [...attributes].filter(({ name }) => /^on|^style$/.test(name)).map(({ name }) => `${path} has ${name}=`),
  ),
];

const checkOutline = ({ path, document, ids }: Page): string[] => {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) =>
    Number(tagName[1]),
  );
  const holes = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : [`${path} has not one h1`]),
    ...holes.map((level) => `${path} skips to h${level}`),
    ...(new Set(ids).size === ids.length ? [] : [`${path} uses an id twice`]),
    ...(document.documentElement.getAttribute('lang') ? [] : [`${path} has no lang`]),
    ...(document.querySelectorAll('main').length === 1 ? [] : [`${path} has not one main`]),
    ...(document.querySelector('img:not([alt]), img:not([width]), img:not([height])')
      ? [`${path} has a picture without alt or size`]
      : []),
  ];
};

/** The structured data of a page. */
export const dataOf = (markup: string): unknown => {
  const found = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(markup);
  return JSON.parse(found?.[1] ?? 'null');
};

const checkStyle = async (folder: string, site: Site, path: string): Promise<string[]> => {
  const css = await readFile(join(folder, path), 'utf8');
  return [...css.matchAll(/url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)/g)].flatMap((match) => {
    const address = match[1] ?? match[2] ?? '';
    const target = normalize(join(dirname(path), address));
    return isOutside(address) || !site.files.has(target) ? [`${path} refers to ${address}`] : [];
  });
};

/**
 * Everything that is wrong with a published site in a folder, as sentences: links and pictures that lead nowhere,
 * anything fetched from elsewhere, scripts, broken outlines. Empty when it is sound.
 */
export const checkSite = async (folder: string): Promise<string[]> => {
  const files = await filesIn(folder);
  const paths = files.filter((path) => path.endsWith('.html'));
  const read = await Promise.all(paths.map((path) => readPage(folder, path)));
  const site: Site = { files: new Set(files), pages: new Map(read.map((page) => [page.path, page])) };
  const styles = files.filter((path) => path.endsWith('.css'));
  return [
    ...read.flatMap((page) => [...checkReferences(site, page), ...checkInert(page), ...checkOutline(page)]),
    ...(await Promise.all(styles.map((path) => checkStyle(folder, site, path)))).flat(),
  ];
};
