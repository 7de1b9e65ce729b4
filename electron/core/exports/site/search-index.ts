import { cutText } from '#shared/domain/cut-text.ts';
import { markdownToText } from '#shared/domain/plain-text.ts';
import { wordsFor } from '../pages/page-words.ts';
import { entriesOf } from '../pages/topic-article.ts';
import type { Publication, PublishedEntry, PublishedTopic } from '../publication-types.ts';
import { cleanText } from '../text/html.ts';
import { paths, safeAddress } from './links.ts';

const textLength = 300;

const textOf = (markdown: string): string => cleanText(cutText(markdownToText(markdown), textLength));

const resourceText = ({ resource, summary }: PublishedEntry): string =>
  [textOf(summary), resource.creators.join(', '), resource.publisher ?? '', resource.subjects.join(', ')]
    .filter((part) => part !== '')
    .join(' · ');

/** As JSON inside a script. */
const toJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Names a resource within one site: the end of its id, which is 48 bits of chance. */
const keyOf = ({ resourceId }: PublishedEntry): string => resourceId.slice(-12);

const entryRow = (entry: PublishedEntry, { language }: PublishedTopic): readonly string[] => [
  keyOf(entry),
  cleanText(entry.resource.title),
  safeAddress(entry.resource.url) ?? '',
  cleanText(wordsFor(language).typeName(entry.type)),
  cleanText(resourceText(entry)),
];

/** What is found in one topic, under the path of its page: what it is itself, and what stands in it. */
const topicRows = (published: PublishedTopic): string => {
  const { topic, language } = published;
  const rows = entriesOf(published).map((entry) => entryRow(entry, published));
  const own = [wordsFor(language).say('topics'), textOf(topic.description), rows];
  return `${toJson(paths.topic(topic.slug))}:${toJson(own)}`;
};

/** Those of topics of which everything is still the same: making them is most of the work. */
const known = new WeakMap<PublishedTopic, string>();

const knownRows = (published: PublishedTopic): string => {
  const rows = known.get(published) ?? topicRows(published);
  known.set(published, rows);
  return rows;
};

/** Topics that share a part, about. */
const topicsInPart = 32;
const mostParts = 64;

/** One part of the index: some of the topics. */
export type SearchPart = { readonly path: string; readonly topics: readonly PublishedTopic[] };

/** A number that stays with a topic: the end of its id is chance. */
const numberOf = ({ topic }: PublishedTopic): number => Number.parseInt(topic.id.slice(-4), 16) || 0;

/**
 * The parts that the index is made in. A topic stays in its part while others come and go, so that an edit changes one part
 * and not all that the site can find; the number of parts doubles only when the number of topics does.
 */
export const searchParts = ({ topics }: Publication): readonly SearchPart[] => {
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, topics.length / topicsInPart)));
  const count = Math.min(mostParts, wanted);
  const parts = Array.from({ length: count }, (): PublishedTopic[] => []);
  for (const published of topics) parts[numberOf(published) % count]?.push(published);
  return parts.map((part, index) => ({ path: paths.searchPart(index + 1), topics: part }));
};

/** A part as a script: pages opened from a folder may load scripts, but not fetch data. */
export const searchPart = ({ topics }: SearchPart): string =>
  `globalThis.carrelSearch.parts.push({\n${topics.map(knownRows).join(',\n')}\n});\n`;

/** What the index depends on itself, without its parts. */
export const searchIndexInputs = ({ language, topics }: Publication): readonly unknown[] => [
  language,
  ...topics.flatMap(({ topic }) => [topic.title, topic.slug]),
];

/** What the search page says, and all topics in their order, as a script that sets the one global that the parts fill. */
export const searchIndex = ({ language, topics }: Publication): string => {
  const { say } = wordsFor(language);
  const words = {
    start: say('search-start'),
    none: say('search-none', { query: '{query}' }),
    found: say('search-found', { count: '{count}' }),
    first: say('search-first', { shown: '{shown}', count: '{count}' }),
    inTopic: say('in-topic', { topic: '{topic}' }),
  };
  const names = topics.map(({ topic }) => [cleanText(topic.title), paths.topic(topic.slug)]);
  return `globalThis.carrelSearch=${toJson({ words, topics: names, parts: [] })};\n`;
};
