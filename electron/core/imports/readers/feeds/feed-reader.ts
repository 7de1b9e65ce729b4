import type { ImportFormat } from '#shared/contract/imports.ts';
import { refusal } from '#core/refusal.ts';
import { toTitle } from '../../folder-path.ts';
import type { ImportSource, Reader } from '../../reader.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { addText, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { htmlToLine } from '../html/html-to-markdown.ts';
import { childrenOf, childText, findAll, parseLooseXml, type LooseElement } from '../loose-xml.ts';
import { pageLink, readFeedItem, titleOf } from './read-item.ts';

type Feed = {
  readonly format: ImportFormat;
  readonly version: string;
  /** What speaks of the feed as a whole. */
  readonly channel: LooseElement;
  readonly items: readonly LooseElement[];
};

const findFeed = (root: LooseElement): Feed | null => {
  const [atom] = findAll(root, 'feed');
  if (atom) return { format: 'atom', version: 'Atom', channel: atom, items: childrenOf(atom, 'entry') };
  const [channel] = findAll(root, 'channel');
  // RSS 1.0 has its items beside the channel, 2.0 inside; an entry alone is a feed of one.
  const items = findAll(root, 'item');
  const [rss] = findAll(root, 'rss');
  if (channel ?? items[0]) {
    const version = rss === undefined ? 'RSS 1.0' : `RSS ${rss.attributes.get('version') ?? ''}`.trim();
    return { format: 'rss', version, channel: channel ?? root, items };
  }
  const entries = findAll(root, 'entry');
  return entries.length === 0 ? null : { format: 'atom', version: 'Atom', channel: root, items: entries };
};

const baseOf = (channel: LooseElement): string | null =>
  toWebAddress(channel.attributes.get('xml:base') ?? '') ?? toWebAddress(pageLink(channel, null));

/** What the channel says of all of its items. Looked up once: its items may be many, and lie among its own elements. */
type OfAll = { readonly language: string; readonly publisher: string; readonly rights: string };

const ofAll = (channel: LooseElement, publisher: string): OfAll => ({
  language: childText(channel, 'language', 'dc:language') || (channel.attributes.get('xml:lang') ?? ''),
  publisher,
  rights: htmlToLine(childText(channel, 'copyright', 'rights', 'dc:rights')),
});

const withChannel = (found: Found, { language, publisher, rights }: OfAll): Found => {
  if (found.language === '') found.language = language;
  if (found.publisher === '') found.publisher = publisher;
  if (found.rights.length === 0) addText(found.rights, rights);
  return found;
};

const looksLikeFeed = ({ head }: ImportSource): number => {
  if (/<opml[\s>]/i.test(head)) return 0;
  if (/<rss[\s>]/.test(head)) return 1;
  if (/<feed[\s>][^<]*?(?:atom)/i.test(head)) return 1;
  if (/<rdf:RDF[\s>]/i.test(head) && /<(?:\w+:)?channel[\s>]/i.test(head)) return 0.95;
  if (/<(?:\w+:)?feed[\s>]/.test(head) && /<(?:\w+:)?entry[\s>]/.test(head)) return 0.9;
  if (/<html[\s>]/i.test(head)) return 0;
  return /<(?:channel|item|entry)[\s>]/.test(head) && /<(?:title|link|description|summary)[\s>/]/.test(head)
    ? 0.6
    : 0;
};

/** RSS 0.9x to 2.0, RSS 1.0 and Atom, the malformed ones as far as they can be read. */
export const feedReader: Reader = {
  formats: ['rss', 'atom'],
  recognise: looksLikeFeed,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const feed = findFeed(parseLooseXml(text));
    if (feed === null || feed.items.length === 0)
      throw refusal('file-format', 'import-nothing-inside', { format: feed?.version ?? 'XML' });
    const title = toTitle(titleOf(feed.channel));
    const base = baseOf(feed.channel);
    const said = ofAll(feed.channel, title);
    const made = await gather(feed.items, (item) => withChannel(readFeedItem(item, base), said), work);
    return {
      format: feed.format,
      title: title === '' ? null : title,
      topics: [],
      ...made,
      about: { encoding, version: feed.version },
      questions: [],
    };
  },
};
