import { textFile, type ExportFile } from '../exporter.ts';
import { summaryText } from '../text/quotation.ts';
import type { Publication } from '../publication-types.ts';
import { entryDate, feedId, newestFirst, textLicense, toFeed } from '../site/feed.ts';
import { jsonText } from './json-text.ts';

/** Every resource that has an address as an Atom feed (RFC 4287). */
export const atomFile = (publication: Publication): readonly ExportFile[] => [
  textFile('feed.atom', () => toFeed(publication, Number.POSITIVE_INFINITY).atom1()),
];

/** The same as RSS 2.0. A channel must have a link; without a place on the web it is the feed's own id. */
export const rssFile = (publication: Publication): readonly ExportFile[] => [
  textFile('feed.rss', () => {
    const feed = toFeed(publication, Number.POSITIVE_INFINITY);
    feed.options = {
      ...feed.options,
      link: feedId(publication),
      description: publication.topics.map(({ topic }) => topic.title).join(', '),
    };
    return feed.rss2();
  }),
];

/** The same as JSON Feed 1.1. */
export const jsonFeedFile = (publication: Publication): readonly ExportFile[] => [
  textFile('feed.json', () => {
    const license = textLicense(publication);
    return jsonText({
      version: 'https://jsonfeed.org/version/1.1',
      title: publication.title,
      language: publication.language,
      authors: [{ name: publication.institution || publication.title }],
      ...(license !== null && { _license: { about: 'License of the texts', text: license } }),
      items: newestFirst(publication).map((entry) => ({
        id: `urn:uuid:${entry.resourceId}`,
        url: entry.address,
        title: entry.resource.title,
        content_text: summaryText(entry),
        date_published: entryDate(entry),
        ...(entry.resource.language !== null && { language: entry.resource.language }),
        ...(entry.resource.creators.length > 0 && {
          authors: entry.resource.creators.map((name) => ({ name })),
        }),
        ...(entry.resource.subjects.length > 0 && { tags: entry.resource.subjects }),
      })),
    });
  }),
];
