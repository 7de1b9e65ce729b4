import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#core/imports/reader.ts';
import { markdownToHtml } from '#core/exports/text/markdown.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { sharedFixtures } from '#tests/support/fixtures.ts';
import { readPath, readText } from '#tests/support/read-source.ts';
import { createVerdicts, expectInDocs, type Verdict } from '#tests/support/verdicts.ts';

const folder = sharedFixtures === null ? '' : join(sharedFixtures, 'feeds');
const read = (name: string): Promise<Reading> => readPath(join(folder, name));
const { judge, rows, unjudged } = createVerdicts();

type Expected = {
  readonly count: number;
  readonly title: string | null;
  readonly first: string;
  readonly url: string | null;
  readonly on?: string;
};

const rss: readonly (readonly [string, Expected])[] = [
  [
    'zotero-feed.rss',
    {
      count: 3,
      title: 'Liftoff News',
      first: 'Star City',
      url: 'http://liftoff.msfc.nasa.gov/news/2003/news-starcity.asp',
      on: '2003-06-03',
    },
  ],
  [
    'zotero-feedDetailed.rss',
    { count: 3, title: 'Feed', first: 'Title 1', url: 'http://www.example.com/item1', on: '2016-01-07' },
  ],
  [
    'zotero-feedCDATA.rss',
    {
      count: 2,
      title: 'Science current issue',
      first: '"The Descent of Man," 150 years on',
      url: 'http://science.sciencemag.org/cgi/content/short/372/6544/769?rss=1',
      on: '2021-05-20',
    },
  ],
  [
    'feedsmith-rss-20.xml',
    {
      count: 2,
      title: 'Sample Feed',
      first: 'First item title',
      url: 'http://example.org/item/1',
      on: '2002-09-05',
    },
  ],
  [
    'feedsmith-rss-091.xml',
    { count: 2, title: 'Sample Feed', first: 'First item title', url: 'http://example.org/item/1' },
  ],
  [
    'feedsmith-rdf-10.xml',
    {
      count: 2,
      title: 'XML.com',
      first: 'Processing Inclusions with XSLT',
      url: 'http://xml.com/pub/2000/08/09/xslt/xslt.html',
    },
  ],
  [
    'rss-standard.xml',
    {
      count: 1,
      title: 'RSS Title',
      first: 'Example entry',
      url: 'http://www.example.com/blog/post/1',
      on: '2009-09-06',
    },
  ],
  [
    'guardian.rss',
    {
      count: 55,
      title: 'The Guardian',
      first: 'Trump State of the Union address promised unity but emphasized discord',
      url: 'https://www.theguardian.com/us-news/2018/jan/31/donald-trump-state-of-the-union-address-unity-discord',
      on: '2018-01-31',
    },
  ],
  [
    'reddit.rss',
    {
      count: 24,
      title: 'reddit: the front page of the internet',
      first: 'The Difficulties in Space',
      url: 'https://www.reddit.com/r/space/comments/42babr/the_difficulties_in_space/',
      on: '2016-01-23',
    },
  ],
];

const atom: readonly (readonly [string, Expected])[] = [
  [
    'zotero-feed.atom',
    {
      count: 1,
      title: 'ArXiv Query: search_query=cat:math.MG&id_list=&start=0&max_results=99',
      first: 'Title 1',
      url: 'http://www.example.com/item1',
      on: '2016-02-15',
    },
  ],
  [
    'feedsmith-atom-10.xml',
    {
      count: 6,
      title: 'Comprehensive Atom 1.0 Example Feed',
      first: 'Comprehensive Entry Example',
      url: 'http://example.org/entry/1',
      on: '2023-01-10',
    },
  ],
  [
    'atom-standard.xml',
    {
      count: 1,
      title: 'Example Feed',
      first: 'Atom-Powered Robots Run Amok',
      url: 'http://example.org/2003/12/13/atom03.html',
      on: '2003-11-09',
    },
  ],
  [
    'atom-multilinks.xml',
    {
      count: 1,
      title: 'The name of your data feed',
      first: 'Red wool sweater',
      url: 'http://example.org/2005/04/02/alternative',
      on: '2005-10-13',
    },
  ],
];

const json: readonly (readonly [string, Expected])[] = [
  [
    'jsonfeed-standard.json',
    {
      count: 2,
      title: 'JSON Feed',
      first: 'JSON Feed version 1.1',
      url: 'https://www.jsonfeed.org/2020/08/07/json-feed-version.html',
      on: '2020-08-07',
    },
  ],
];

/** Outlines that are links or leaves, and those that are folders. */
const opml: readonly (readonly [string, number, number])[] = [
  ['zotero-feeds.opml', 5, 3],
  ['feedsmith-category.opml', 1, 0],
  ['feedsmith-places.opml', 13, 6],
  ['feedsmith-subscriptions.opml', 13, 0],
  ['listparser-opml-outline-duplication-1.opml', 2, 0],
  ['listparser-opml-categories-hier-2-nested.opml', 1, 2],
  ['listparser-opml-categories-hier-4-mixed.opml', 1, 1],
  ['listparser-opml-include-outline_type-include.opml', 1, 0],
  ['listparser-opml-link-outline_type-link.opml', 1, 0],
  ['listparser-opml-opml_version-missing.opml', 1, 0],
  ['listparser-opml-outline_title-text_missing.opml', 1, 0],
  ['listparser-malformed-undefined-entity-text.opml', 1, 0],
  ['feedvalidator-clean-category.opml', 1, 0],
  ['feedvalidator-clean-directory.opml', 8, 0],
  ['feedvalidator-clean-subscriptionList.opml', 13, 0],
  ['feedvalidator-clean-states.opml', 53, 10],
];

const expectFeed = async (name: string, { count, title, first, url, on }: Expected): Promise<Verdict> => {
  const reading = await read(name);
  expect(reading.candidates).toHaveLength(count);
  expect(reading.problems).toEqual([]);
  expect(reading.title).toBe(title);
  expect(reading.candidates[0]?.fields).toMatchObject({ title: first, url });
  expect(reading.candidates[0]?.fields.publishedOn).toBe(on);
  return 'right';
};

/** What must not be in anything that Carrel shows. */
const hostile =
  /<\s*(?:script|iframe|object|embed|style|meta|link|form|svg|math|base)\b|\son\w+\s*=|(?:href|src)\s*=\s*["']?\s*(?!https?:)[a-z]+:/i;

describe.skipIf(sharedFixtures === null)('feeds of other tools (skipped without ../shared/fixtures)', () => {
  it.each(rss)('reads %s', (name, expected) => judge('RSS', name, () => expectFeed(name, expected)));
  it.each(atom)('reads %s', (name, expected) => judge('Atom', name, () => expectFeed(name, expected)));
  it.each(json)('reads %s', (name, expected) => judge('JSON Feed', name, () => expectFeed(name, expected)));

  it.each(opml)('reads %s', (name, records, topics) =>
    judge('OPML', name, async (): Promise<Verdict> => {
      const reading = await read(name);
      expect([reading.candidates.length, reading.topics.length]).toEqual([records, topics]);
      expect(reading.problems).toEqual([]);
      return 'right';
    }),
  );

  it('lets nothing hostile through', async () => {
    const lines = readFileSync(join(folder, 'feedparser-sanitize-cases.jsonl'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(187);
    for (const line of lines) {
      const { name, xml } = JSON.parse(line) as { readonly name: string; readonly xml: string };
      await judge('Hostile HTML in feeds', name, async (): Promise<Verdict> => {
        const reading = await readText(xml).catch((error: unknown) => error);
        // A feed that says something only of itself has nothing to bring in.
        if (reading instanceof CarrelError) return 'explained';
        const { candidates, problems } = reading as Reading;
        expect(candidates.length + problems.length).toBeGreaterThan(0);
        for (const { fields, picture } of candidates) {
          expect(markdownToHtml(fields.summary ?? '', 4).markup).not.toMatch(hostile);
          for (const url of [fields.url ?? null, picture?.url ?? null])
            expect(url ?? 'https:').toMatch(/^https?:/);
        }
        return candidates.length > 0 ? 'right' : 'explained';
      });
    }
  });

  it('passes over no file of the folder', () => {
    const aside = /\.expected\.|^feedparser-sanitize-cases\.jsonl$/;
    expect(unjudged(readdirSync(folder).filter((name) => !aside.test(name)))).toEqual([]);
  });

  it('counts as the docs say', () => {
    expectInDocs(rows());
  });
});
