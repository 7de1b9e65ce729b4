import { createPause } from '#core/datastore/stage-in-slices.ts';
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

const row = (parts: readonly string[], places: string, text: string): string =>
  `[${parts.map(toJson).join(',')},[${places}],${toJson(text)}]`;

const topicRow = ({ topic, language }: PublishedTopic, index: number): string => {
  const kind = wordsFor(language).say('topics');
  return row(
    [cleanText(topic.title), paths.topic(topic.slug), kind],
    String(index),
    textOf(topic.description),
  );
};

const entryRow = (entry: PublishedEntry, { language }: PublishedTopic, places: string): string =>
  row(
    [
      cleanText(entry.resource.title),
      safeAddress(entry.resource.url) ?? '',
      cleanText(wordsFor(language).typeName(entry.type)),
    ],
    places,
    cleanText(resourceText(entry)),
  );

/** A resource where it is first met, and the topics it is in, by their numbers. */
type Found = { readonly entry: PublishedEntry; places: string; last: number };

/** What is found in each topic and in none before it. */
const findEntries = ({ topics }: Publication): readonly (readonly Found[])[] => {
  const all = new Map<string, Found>();
  return topics.map((published, index) => {
    const here: Found[] = [];
    for (const entry of entriesOf(published)) {
      const before = all.get(entry.resourceId);
      if (before === undefined) {
        const found = { entry, places: String(index), last: index };
        all.set(entry.resourceId, found);
        here.push(found);
      } else if (before.last !== index) {
        before.places += `,${index}`;
        before.last = index;
      }
    }
    return here;
  });
};

type Rows = { readonly places: string; readonly own: Uint8Array; readonly found: Uint8Array };

/** The rows of topics of which everything is still the same: making them is most of the work. */
const known = new WeakMap<PublishedTopic, Rows>();

const rowsOf = (published: PublishedTopic, index: number, found: readonly Found[]): Rows => {
  const places = `${index}:${found.map((one) => one.places).join(';')}`;
  const before = known.get(published);
  if (before?.places === places) return before;
  const own = Buffer.from(`${index === 0 ? '' : ','}${topicRow(published, index)}`);
  const texts = found.map((one) => `,${entryRow(one.entry, published, one.places)}`);
  const rows = { places, own, found: Buffer.from(texts.join('')) };
  known.set(published, rows);
  return rows;
};

/**
 * Everything that the search page looks through, as a script that sets one global: pages opened from a folder may load
 * scripts, but not fetch data. A row is what is found: title, address, kind and places in words, and more text to look in.
 */
export const searchIndex = async (publication: Publication): Promise<Uint8Array> => {
  const { say } = wordsFor(publication.language);
  const words = {
    start: say('search-start'),
    none: say('search-none', { query: '{query}' }),
    found: say('search-found', { count: '{count}' }),
    first: say('search-first', { shown: '{shown}', count: '{count}' }),
    inTopic: say('in-topic', { topic: '{topic}' }),
  };
  const { topics } = publication;
  const names = topics.map(({ topic }) => [cleanText(topic.title), paths.topic(topic.slug)]);
  const found = findEntries(publication);
  const pause = createPause();
  const rows: Rows[] = [];
  for (const [index, published] of topics.entries()) {
    rows.push(rowsOf(published, index, found[index] ?? []));
    await pause();
  }
  const start = `globalThis.carrelSearch={"words":${toJson(words)},"topics":${toJson(names)},"rows":[`;
  return Buffer.concat([
    Buffer.from(start),
    ...rows.map(({ own }) => own),
    ...rows.map((one) => one.found),
    Buffer.from(']};\n'),
  ]);
};
