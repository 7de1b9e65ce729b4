import { markdownToText } from '#shared/domain/plain-text.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import { summaryText } from '../text/quotation.ts';
import type { Publication, PublishedEntry, PublishedSection, PublishedTopic } from '../publication-types.ts';
import { safeAddress } from '../site/links.ts';
import { escapeText } from '../text/html.ts';
import { sectionsOnce } from './entries.ts';
import { topTopics, topicsBelow } from './topic-tree.ts';

type Attributes = Readonly<Record<string, string | null>>;

const outline = (attributes: Attributes, indent: string, children: readonly string[] = []): string => {
  const written = Object.entries(attributes)
    .flatMap(([name, value]) => (value === null || value === '' ? [] : [` ${name}="${escapeText(value)}"`]))
    .join('');
  return children.length === 0
    ? `${indent}<outline${written}/>\n`
    : `${indent}<outline${written}>\n${children.join('')}${indent}</outline>\n`;
};

const link = (entry: PublishedEntry, indent: string): string => {
  const { resource } = entry;
  const address = safeAddress(resource.url);
  return outline(
    {
      text: resource.title,
      type: address === null ? null : 'link',
      url: address,
      description: summaryText(entry),
      created: resource.addedOn,
      category: resource.subjects.map((subject) => subject.replaceAll(',', ' ')).join(','),
      language: resource.language,
    },
    indent,
  );
};

const sectionOf = ({ title, description, entries, more }: PublishedSection, indent: string): string =>
  outline(
    { text: title, description: markdownToText(description) },
    indent,
    [...entries, ...more].map((entry) => link(entry, `${indent}  `)),
  );

const topicOf = (publication: Publication, published: PublishedTopic, indent: string): string => {
  const inner = `${indent}  `;
  return outline(
    { text: published.topic.title, description: markdownToText(published.topic.description) },
    indent,
    [
      ...sectionsOnce(published)
        .filter(({ entries }) => entries.length > 0)
        .map((section) => sectionOf(section, inner)),
      ...topicsBelow(publication, published).map((child) => topicOf(publication, child, inner)),
    ],
  );
};

/** OPML 2.0: an outline of topics, sections and links. */
export const opmlFile = (publication: Publication): readonly ExportFile[] => [
  textFile('topics.opml', () => {
    const body = topTopics(publication).map((topic) => topicOf(publication, topic, '    '));
    return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeText(publication.title)}</title>
    <dateModified>${new Date(publication.updatedAt).toUTCString()}</dateModified>
  </head>
  <body>
${body.join('')}  </body>
</opml>
`;
  }),
];
