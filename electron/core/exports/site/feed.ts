import { Feed } from 'feed';
import { eachInTurns } from '#core/in-turns.ts';
import { compareText } from '#shared/domain/ordering.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { sharedTextLicense } from '../pages/text-license.ts';
import { entriesOf } from '../pages/topic-article.ts';
import type { Publication, PublishedEntry, PublishedTopic } from '../publication-types.ts';
import { cleanText, escapeText } from '../text/html.ts';
import { summaryText } from '../text/quotation.ts';
import { safeAddress } from './links.ts';

const longest = 100;

/** The moment an entry counts from: the day it was added or came out, else when its record was made. */
export const entryDate = ({ resource }: PublishedEntry): string => {
  const known = resource.addedOn ?? resource.publishedOn;
  if (known === null) return resource.createdAt;
  if (known.length === 10) return `${known}T00:00:00.000Z`;
  const [year = '1970', month = '01', day = '01'] = known.split('-');
  return `${year}-${month}-${day}T00:00:00.000Z`;
};

const nobody = '00000000-0000-0000-0000-000000000000';

type Dated = { readonly entry: PublishedEntry; readonly date: string };

const byDate = (a: Dated, b: Dated): number =>
  compareText(b.date, a.date) || compareText(a.entry.resourceId, b.entry.resourceId);

const inTopic = new WeakMap<PublishedTopic, readonly Dated[]>();

/** The entries of a topic that have an address, the newest first. Known as long as everything about the topic is the same. */
const datedEntries = (published: PublishedTopic): readonly Dated[] => {
  const dated =
    inTopic.get(published) ??
    entriesOf(published)
      .filter(({ resource }) => safeAddress(resource.url) !== null)
      .map((entry) => ({ entry, date: entryDate(entry) }))
      .toSorted(byDate);
  inTopic.set(published, dated);
  return dated;
};

/** Entries that have an address, each once, the newest first, and no more than `most` of them. */
export const newestFirst = (
  { topics }: Publication,
  most = Number.POSITIVE_INFINITY,
): readonly (PublishedEntry & { readonly address: string })[] => {
  const found = new Map<string, Dated>();
  const newest = () => [...found.values()].toSorted(byDate).slice(0, most);
  let last: Dated | undefined;
  // A site has tens of thousands: what is older than the oldest of the newest so far is not even looked at.
  for (const published of topics) {
    for (const dated of datedEntries(published)) {
      if (last !== undefined && byDate(dated, last) > 0) break;
      found.set(dated.entry.resourceId, dated);
    }
    if (found.size < most * 2) continue;
    const kept = newest();
    found.clear();
    for (const one of kept) found.set(one.entry.resourceId, one);
    last = kept.at(-1);
  }
  return newest().map(({ entry }) => ({ ...entry, address: safeAddress(entry.resource.url) ?? '' }));
};

/** The feed's own id, the same as long as its first topic is the same. */
export const feedId = ({ topics }: Publication): string => `urn:uuid:${topics[0]?.topic.id ?? nobody}`;

/** What is said of the license of the curator's own texts; null: nothing, or topics differ in it. */
export const textLicense = (publication: Publication): string | null => {
  const license = licenseById(sharedTextLicense(publication));
  if (license === null) return null;
  return license.address === null ? license.shortName : `${license.shortName} (${license.address})`;
};

/**
 * The newest `most` resources that have an address as a feed. Where the site will stand is not known, so the feed and its
 * entries are identified by their records (`urn:uuid`, RFC 9562), and entries link to the resources themselves, which
 * are what a reader wants.
 */
export const toFeed = (publication: Publication, most: number): Feed => {
  const rights = textLicense(publication);
  const feed = new Feed({
    id: feedId(publication),
    title: cleanText(publication.title),
    language: publication.language,
    updated: new Date(publication.updatedAt),
    generator: 'Carrel',
    author: { name: cleanText(publication.institution || publication.title) },
    ...(rights !== null && { copyright: rights }),
  });
  for (const entry of newestFirst(publication, most)) {
    const summary = summaryText(entry);
    // Titles and summaries of this writer are HTML, so plain text is escaped once for that.
    feed.addItem({
      id: `urn:uuid:${entry.resourceId}`,
      title: escapeText(entry.resource.title),
      link: entry.address,
      date: new Date(entryDate(entry)),
      category: entry.resource.subjects.map((name) => ({ name: cleanText(name), term: cleanText(name) })),
      ...(summary !== '' && { description: escapeText(summary) }),
    });
  }
  return feed;
};

/** The newest hundred as an Atom feed (RFC 4287). Thousands of topics are looked through without keeping others waiting. */
export const feedXml = async (publication: Publication): Promise<string> => {
  await eachInTurns(publication.topics, datedEntries);
  return toFeed(publication, longest).atom1();
};
