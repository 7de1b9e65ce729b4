import { markdownToText } from '#shared/domain/plain-text.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import { summaryText } from '../text/quotation.ts';
import type { Publication, PublishedEntry, PublishedSection, PublishedTopic } from '../publication-types.ts';
import { safeAddress } from '../site/links.ts';
import { escapeText } from '../text/html.ts';
import { sectionsOnce } from './entries.ts';
import { topTopics, topicsBelow } from './topic-tree.ts';

/** Seconds since 1970 of a day; a year or a month alone is none. */
const seconds = (date: string | null): string =>
  date !== null && date.length === 10 ? String(Date.parse(`${date}T00:00:00Z`) / 1000) : '';

const attribute = (name: string, value: string): string =>
  value === '' ? '' : ` ${name}="${escapeText(value)}"`;

const described = (text: string, indent: string): string =>
  text === '' ? '' : `${indent}<DD>${escapeText(text.replaceAll(/\s*\n\s*/g, ' '))}\n`;

const link = (entry: PublishedEntry, indent: string): string => {
  const { resource } = entry;
  const address = safeAddress(resource.url);
  if (address === null) return '';
  const attributes = [
    attribute('HREF', address),
    attribute('ADD_DATE', seconds(resource.addedOn)),
    attribute('LAST_MODIFIED', seconds(resource.modifiedOn)),
    attribute('TAGS', resource.subjects.map((subject) => subject.replaceAll(',', ' ')).join(',')),
  ].join('');
  return `${indent}<DT><A${attributes}>${escapeText(resource.title)}</A>\n${described(summaryText(entry), indent)}`;
};

type Folder = { readonly title: string; readonly about: string; readonly content: string };

const folder = ({ title, about, content }: Folder, indent: string): string =>
  `${indent}<DT><H3>${escapeText(title)}</H3>\n${described(markdownToText(about), indent)}${indent}<DL><p>\n${content}${indent}</DL><p>\n`;

const sectionOf = ({ title, description, entries, more }: PublishedSection, indent: string): string => {
  const content = [...entries, ...more].map((entry) => link(entry, `${indent}    `)).join('');
  return content === '' ? '' : folder({ title, about: description, content }, indent);
};

const topicOf = (publication: Publication, published: PublishedTopic, indent: string): string => {
  const inner = `${indent}    `;
  const sections = sectionsOnce(published).map((section) => sectionOf(section, inner));
  const below = topicsBelow(publication, published).map((child) => topicOf(publication, child, inner));
  const { title, description } = published.topic;
  return folder({ title, about: description, content: [...sections, ...below].join('') }, indent);
};

/** Bookmarks as every browser takes them in: topics are folders, sections folders within them. */
export const bookmarksFile = (publication: Publication): readonly ExportFile[] => [
  textFile('bookmarks.html', () => {
    const title = escapeText(publication.title);
    const content = topTopics(publication).map((topic) => topicOf(publication, topic, '    '));
    return `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>${title}</TITLE>
<H1>${title}</H1>
<DL><p>
${content.join('')}</DL><p>
`;
  }),
];
