import { Feed } from 'feed';
import { compareText } from '#shared/domain/ordering.ts';
import { markdownToText } from '#shared/domain/plain-text.ts';
import type { Publication, PublishedEntry } from '../publication-types.ts';
import { cleanText, escapeText } from '../text/html.ts';
import { safeAddress } from './links.ts';

const longest = 100;

/** The moment an entry counts from: the day it was added or came out, else when its record was made. */
const dateOf = ({ resource }: PublishedEntry): string => {
  const known = resource.addedOn ?? resource.publishedOn;
  if (known === null) return resource.createdAt;
  const [year = '1970', month = '01', day = '01'] = known.split('-');
  return `${year}-${month}-${day}T00:00:00.000Z`;
};

const nobody = '00000000-0000-0000-0000-000000000000';

const newestFirst = (
  publication: Publication,
): readonly (PublishedEntry & { readonly address: string })[] => {
  const entries = publication.topics.flatMap(({ sections }) =>
    sections.flatMap((section) => [...section.entries, ...section.more]),
  );
  const unique = [...new Map(entries.map((entry) => [entry.resourceId, entry])).values()];
  return unique
    .flatMap((entry) => {
      const address = safeAddress(entry.resource.url);
      return address === null ? [] : [{ ...entry, address }];
    })
    .toSorted((a, b) => compareText(dateOf(b), dateOf(a)) || compareText(a.resourceId, b.resourceId))
    .slice(0, longest);
};

/**
 * The newest resources that have an address, as an Atom feed (RFC 4287). Where the site will stand is not known, so
 * entries are identified by their record (`urn:uuid`, RFC 9562) and link to the resources themselves, which are what
 * a reader wants.
 */
export const feedXml = (publication: Publication): string => {
  const feed = new Feed({
    id: `urn:uuid:${publication.topics[0]?.topic.id ?? nobody}`,
    title: cleanText(publication.title),
    language: publication.language,
    updated: new Date(publication.updatedAt),
    generator: 'Carrel',
    author: { name: cleanText(publication.institution || publication.title) },
  });
  for (const entry of newestFirst(publication)) {
    const summary = markdownToText(entry.summary);
    // Titles and summaries of this writer are HTML, so plain text is escaped once for that.
    feed.addItem({
      id: `urn:uuid:${entry.resourceId}`,
      title: escapeText(entry.resource.title),
      link: entry.address,
      date: new Date(dateOf(entry)),
      ...(summary !== '' && { description: escapeText(summary) }),
    });
  }
  return feed.atom1();
};
