import { toIdentifier } from '../../identifiers.ts';
import { toFoundCredit } from '../../picture-credit.ts';
import type { CandidatePicture } from '../../reader.ts';
import { typeOfWords } from '../../type-words.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { addDate, addIdentifier, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { htmlToLine, htmlToMarkdown, linkAddress } from '../html/html-to-markdown.ts';
import { childrenOf, childText, textOf, type LooseElement } from '../loose-xml.ts';
import { feedDate } from './feed-dates.ts';

/** Where relative addresses of a feed start from. */
export type FeedBase = string | null;

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Elements inside a text (Atom's `xhtml`, or HTML that somebody forgot to escape) as HTML again. */
const toHtml = (element: LooseElement): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string') return escapeMarkup(child);
      const name = child.name.replace(/^xhtml:/, '');
      const href = child.attributes.get('href');
      const attribute = href === undefined ? '' : ` href="${escapeMarkup(href).replaceAll('"', '&quot;')}"`;
      return /^[a-z][a-z0-9]*$/i.test(name)
        ? `<${name}${attribute}>${toHtml(child)}</${name}>`
        : toHtml(child);
    })
    .join('');

/** The HTML of a text element, whichever way it is written. Atom's `text` is plain, RSS is HTML. */
const htmlOf = (element: LooseElement): string => {
  if (childrenOf(element).length > 0) return toHtml(element);
  const type = element.attributes.get('type') ?? element.attributes.get('mode') ?? '';
  const isPlain = /^text(?:\/plain)?$/i.test(type);
  return isPlain ? escapeMarkup(textOf(element)) : textOf(element);
};

const textElements = ['description', 'summary', 'dcterms:abstract', 'itunes:summary', 'subtitle', 'tagline'];
const contentElements = ['content:encoded', 'content', 'xhtml:body', 'xhtml:div'];

const readSummary = (item: LooseElement, base: FeedBase): string => {
  for (const name of [...textElements, ...contentElements, 'media:description']) {
    for (const element of childrenOf(item, name)) {
      const text = htmlToMarkdown(htmlOf(element), base);
      if (text !== '') return text;
    }
  }
  return '';
};

/** The title's words, without markup. */
export const titleOf = (element: LooseElement): string => {
  for (const name of ['title', 'dc:title', 'dcterms:title', 'media:title']) {
    for (const title of childrenOf(element, name)) {
      const text = htmlToLine(htmlOf(title));
      if (text !== '') return text;
    }
  }
  return '';
};

/** The address of the page: of several links the one that is no feed, no enclosure and no comment. */
export const pageLink = (element: LooseElement, base: FeedBase): string => {
  const links = childrenOf(element, 'link');
  const written = links.map(textOf).find((text) => text.trim() !== '');
  const rel = ({ attributes }: LooseElement): string => attributes.get('rel') ?? '';
  const isPage = ({ attributes }: LooseElement): boolean =>
    /html/i.test(attributes.get('type') ?? 'text/html');
  const named = links.filter((link) => rel(link) === 'alternate');
  const best = named.find(isPage) ?? links.find((link) => rel(link) === '' && isPage(link)) ?? named[0];
  const found =
    [best?.attributes.get('href'), written].find((text) => text !== undefined && text.trim() !== '') ?? '';
  return found === '' ? '' : (linkAddress(found, base) ?? found.trim());
};

/** Links of other kinds: the same in another form, files, comments. */
const readOtherLinks = (found: Found, item: LooseElement): void => {
  for (const { attributes } of childrenOf(item, 'link')) {
    const href = attributes.get('href') ?? '';
    if (!found.addresses.some(({ text }) => text === href))
      keepOther(found, `link ${attributes.get('rel') ?? ''}`.trim(), href);
  }
};

const readLink = (found: Found, item: LooseElement, base: FeedBase): void => {
  const link = pageLink(item, base);
  const guid = childrenOf(item, 'guid')[0];
  const id = guid === undefined ? childText(item, 'id') : textOf(guid).trim();
  const isLink = guid !== undefined && guid.attributes.get('ispermalink')?.toLowerCase() !== 'false';
  const about = item.attributes.get('rdf:about') ?? '';
  if (link !== '') found.addresses.push({ name: 'link', text: link });
  else if (isLink && toWebAddress(id) !== null) found.addresses.push({ name: 'guid', text: id });
  else if (toWebAddress(about) !== null) found.addresses.push({ name: 'link', text: about });
  if (id !== '' && !found.addresses.some(({ text }) => text === id)) keepOther(found, 'id', id);
};

const readPeople = (found: Found, item: LooseElement): void => {
  const people = ['author', 'dc:creator', 'dcterms:creator', 'itunes:author', 'contributor'];
  for (const element of people.flatMap((name) => childrenOf(item, name))) {
    const name = childText(element, 'name') || (childrenOf(element).length === 0 ? textOf(element) : '');
    // RSS has an address with the name behind it.
    addText(found.creators, htmlToLine(/^\S+@\S+ \(([^()]+)\)$/.exec(name.trim())?.[1] ?? name));
  }
};

const readSubjects = (found: Found, item: LooseElement): void => {
  for (const element of ['category', 'dc:subject', 'dcterms:subject'].flatMap((name) =>
    childrenOf(item, name),
  )) {
    const term = element.attributes.get('label') ?? element.attributes.get('term') ?? textOf(element);
    addText(found.subjects, htmlToLine(term));
  }
};

const readDates = (found: Found, item: LooseElement): void => {
  const published = [
    'published',
    'issued',
    'dcterms:issued',
    'pubDate',
    'dc:date',
    'dcterms:created',
    'created',
  ];
  const name = published.find((one) => childText(item, one) !== '');
  if (name !== undefined) addDate(found, 'publishedOn', name, feedDate(childText(item, name)));
  const changed = ['updated', 'modified', 'dcterms:modified'].find((one) => childText(item, one) !== '');
  if (changed !== undefined) addDate(found, 'modifiedOn', changed, feedDate(childText(item, changed)));
};

const isPicture = (element: LooseElement): boolean => {
  const [type, medium] = [element.attributes.get('type') ?? '', element.attributes.get('medium') ?? ''];
  return /^image\//i.test(type) || medium === 'image' || element.name === 'media:thumbnail';
};

const readPicture = (item: LooseElement): CandidatePicture | null => {
  const media = [item, ...childrenOf(item, 'media:group'), ...childrenOf(item, 'media:content')].flatMap(
    (place) => ['media:content', 'enclosure', 'media:thumbnail'].flatMap((name) => childrenOf(place, name)),
  );
  const pictures = media.filter(
    (one) => isPicture(one) && toWebAddress(one.attributes.get('url') ?? '') !== null,
  );
  const width = (one: LooseElement): number => Number(one.attributes.get('width') ?? 0) || 0;
  const best = pictures.toSorted((a, b) => width(b) - width(a))[0];
  if (best === undefined) return null;
  const url = best.attributes.get('url') ?? null;
  const credits = [...childrenOf(best, 'media:credit'), ...childrenOf(item, 'media:credit')];
  const rights = [...childrenOf(best, 'media:copyright'), ...childrenOf(best, 'media:license')];
  const credit = toFoundCredit({
    title: childText(best, 'media:title'),
    creators: credits.slice(0, 1).map((one) => htmlToLine(textOf(one))),
    rights: rights.flatMap((one) => [
      textOf(one),
      one.attributes.get('href') ?? one.attributes.get('url') ?? '',
    ]),
    attribution: '',
    sourceUrl: null,
  });
  return { file: null, url, alt: htmlToLine(childText(best, 'media:description')).slice(0, 5_000), credit };
};

const readEnclosures = (found: Found, item: LooseElement): void => {
  for (const enclosure of childrenOf(item, 'enclosure')) {
    const [url, type] = [enclosure.attributes.get('url') ?? '', enclosure.attributes.get('type') ?? ''];
    found.typeId ??= typeOfWords(type);
    if (found.addresses.length === 0) found.addresses.push({ name: 'enclosure', text: url });
    else keepOther(found, 'enclosure', url);
  }
};

/** An item of RSS or an entry of Atom as a record. */
export const readFeedItem = (item: LooseElement, base: FeedBase): Found => {
  const found = emptyFound();
  found.title = titleOf(item);
  readLink(found, item, base);
  readOtherLinks(found, item);
  readEnclosures(found, item);
  found.summary = readSummary(item, base);
  readPeople(found, item);
  readSubjects(found, item);
  readDates(found, item);
  found.language = childText(item, 'dc:language') || (item.attributes.get('xml:lang') ?? '');
  found.publisher = htmlToLine(childText(item, 'dc:publisher'));
  addText(found.rights, htmlToLine(childText(item, 'rights', 'dc:rights', 'copyright', 'dcterms:rights')));
  const doi = toIdentifier('doi', childText(item, 'prism:doi', 'dc:identifier'));
  if (doi.scheme === 'doi') addIdentifier(found, doi);
  found.picture = readPicture(item);
  if (found.title === '' && found.summary !== '') found.title = htmlToLine(found.summary).slice(0, 100);
  return found;
};
