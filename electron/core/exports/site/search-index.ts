import { cutText } from '#shared/domain/cut-text.ts';
import { markdownToText } from '#shared/domain/plain-text.ts';
import { wordsFor } from '../pages/page-words.ts';
import { entriesOf } from '../pages/topic-article.ts';
import type { Publication, PublishedEntry, PublishedTopic } from '../publication-types.ts';
import { cleanText } from '../text/html.ts';
import { paths, safeAddress } from './links.ts';

/** What is found: title, address, kind and places in words, and more text to look in. */
type Found = {
  readonly title: string;
  readonly address: string;
  readonly kind: string;
  readonly places: number[];
  readonly text: string;
};

const textLength = 300;

const textOf = (markdown: string): string => cleanText(cutText(markdownToText(markdown), textLength));

const resourceText = ({ resource, summary }: PublishedEntry): string =>
  [textOf(summary), resource.creators.join(', '), resource.publisher ?? '', resource.subjects.join(', ')]
    .filter((part) => part !== '')
    .join(' · ');

const foundTopic = ({ topic, language }: PublishedTopic, index: number): Found => ({
  title: cleanText(topic.title),
  address: paths.topic(topic.slug),
  kind: wordsFor(language).say('topics'),
  places: [index],
  text: textOf(topic.description),
});

const foundResources = ({ topics }: Publication): readonly Found[] => {
  const found = new Map<string, Found>();
  for (const [index, published] of topics.entries()) {
    const words = wordsFor(published.language);
    for (const entry of entriesOf(published)) {
      const known = found.get(entry.resourceId);
      if (known) {
        if (!known.places.includes(index)) known.places.push(index);
        continue;
      }
      found.set(entry.resourceId, {
        title: cleanText(entry.resource.title),
        address: safeAddress(entry.resource.url) ?? '',
        kind: cleanText(words.typeName(entry.type)),
        places: [index],
        text: cleanText(resourceText(entry)),
      });
    }
  }
  return [...found.values()];
};

/**
 * Everything that the search page looks through, as a script that sets one global: pages opened from a folder may load
 * scripts, but not fetch data.
 */
export const searchIndex = (publication: Publication): string => {
  const { topics } = publication;
  const rows = [...topics.map(foundTopic), ...foundResources(publication)].map(
    ({ title, address, kind, places, text }) => [title, address, kind, places, text],
  );
  const { say } = wordsFor(publication.language);
  const data = {
    words: {
      start: say('search-start'),
      none: say('search-none', { query: '{query}' }),
      found: say('search-found', { count: '{count}' }),
      first: say('search-first', { shown: '{shown}', count: '{count}' }),
      inTopic: say('in-topic', { topic: '{topic}' }),
    },
    topics: topics.map(({ topic }) => [cleanText(topic.title), paths.topic(topic.slug)]),
    rows,
  };
  return `globalThis.carrelSearch=${JSON.stringify(data).replaceAll('<', '\\u003c')};\n`;
};
