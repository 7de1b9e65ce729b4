import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingTask } from '#tests/support/reading-worker.ts';

/** Enough for each of these many times over, and less than one of them would take that costs the square of its length. */
const bounds = { time: 120_000, memoryMegabytes: 1_500 } as const;

let worker: Worker;
beforeAll(() => {
  worker = new Worker(join(import.meta.dirname, '../../../../support/reading-worker.ts'), {
    resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMegabytes },
  });
});
afterAll(() => worker.terminate());

/** How reading ended. Past the bounds the worker is ended, since nothing else would stop it. */
const endOf = (task: ReadingTask): Promise<string> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      void worker.terminate();
      reject(new Error('It did not end in any reasonable time.'));
    }, bounds.time);
    worker.once('error', reject);
    worker.once('message', (end: string) => {
      clearTimeout(late);
      worker.off('error', reject);
      resolve(end);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(task);
  });

const numbered = (count: number, make: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => make(number)).join('');

const page = (inside: string): string => `<!doctype html><html><body><h1>P</h1>${inside}</body></html>`;
const feed = (inside: string): string =>
  `<rss version="2.0"><channel><title>F</title><item><title>A</title>${inside}</item></channel></rss>`;
const bookmarks = (inside: string): string =>
  `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>B</H1><DL><p>${inside}</DL>`;
const list = '# P\n\n- [A](https://x.example/)\n';
const link = '<a href="https://x.example/">A</a>';
const entry = '@book{a, title = {A}}\n';

const million = 1_000_000;

/** What a file does, the file, and what must come of it. */
const hostile: readonly (readonly [string, string, string])[] = [
  ['5 MB of <', '<'.repeat(5 * million), 'import-not-recognized'],
  ['a million [ in Markdown', list + '['.repeat(million), 'markdown 1'],
  ['300,000 ![ in Markdown', list + '!['.repeat(300_000), 'markdown 1'],
  ['a million * and _ in Markdown', list + '*a_ '.repeat(million), 'markdown 1'],
  ['a million <!-- in Markdown', list + '<!--'.repeat(million), 'markdown 1'],
  ['a line of 5 MB', `https://x.example/ ${'a'.repeat(5 * million)}`, 'links 1'],
  ['a line of 5 MB of blanks', `https://x.example/ ${' '.repeat(5 * million)}x`, 'links 1'],
  ['5 MB of < in a page', page(link + '<'.repeat(5 * million)), 'html-page 1'],
  ['comments of a page that never end', page(link + '<!--'.repeat(million)), 'html-page 1'],
  ['a million elements in each other', page('<div>'.repeat(million) + link), 'import-too-deep'],
  ['a million lists in each other', page('<ul><li>'.repeat(million) + link), 'import-too-deep'],
  ['a million elements beside each other', page('<i></i>'.repeat(million) + link), 'html-page 1'],
  [
    '300,000 paragraphs below a heading',
    page(`<h2>H</h2>${'<p>words</p>'.repeat(300_000)}${link}`),
    'html-page 1',
  ],
  [
    'a feed of 100,000 entries',
    `<rss version="2.0"><channel><title>F</title>${numbered(
      100_000,
      (number) => `<item><title>T${number}</title><link>https://x.example/${number}</link></item>`,
    )}</channel></rss>`,
    'rss 100000',
  ],
  ['sections of a feed that never end', feed('<![CDATA['.repeat(million)), 'rss 1'],
  ['elements of a feed in each other', feed('<x>'.repeat(million)), 'import-too-deep'],
  [
    'markup of an entry in each other',
    feed(`<description>${'&lt;b&gt;'.repeat(million)}x</description>`),
    'rss 1',
  ],
  [
    '300,000 subjects of an entry',
    feed(numbered(300_000, (number) => `<category>c${number}</category>`)),
    'rss 1',
  ],
  [
    '20,000 prefixes and as many scopes',
    `<rss version="2.0" ${numbered(20_000, (number) => ` xmlns:a${number}="u"`)}><channel><title>F</title>${'<item xmlns:q="r"><title>A</title></item>'.repeat(20_000)}</channel></rss>`,
    'rss 20000',
  ],
  [
    'entities that multiply each other',
    `<!DOCTYPE rss [<!ENTITY a0 "lol">${numbered(60, (number) => `<!ENTITY a${number + 1} "${`&a${number};`.repeat(10)}">`)}]>${feed('<description>&a60;</description>')}`,
    'rss 1',
  ],
  [
    'entities that name a file',
    `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${feed('<description>&a;</description>')}`,
    'rss 1',
  ],
  [
    'outlines in each other',
    `<opml version="2.0"><body>${'<outline text="a">'.repeat(million)}</body></opml>`,
    'import-too-deep',
  ],
  [
    '100,000 bookmarks',
    bookmarks(numbered(100_000, (number) => `<DT><A HREF="https://x.example/${number}">A</A>\n`)),
    'bookmarks-html 100000',
  ],
  ['a million folders in each other', bookmarks('<DT><H3>F</H3><DL><p>'.repeat(million)), 'import-too-deep'],
  [
    'folders that are not closed, side by side',
    bookmarks('<DT><H3>F</H3><DL><p></DL><p>'.repeat(50_000)),
    'bookmarks-html 0',
  ],
  ['references that never end', entry + '@book{a, title = {'.repeat(100_000), 'bibtex 1'],
  ['comments of references that never end', entry + '@comment{'.repeat(million), 'bibtex 1'],
  [
    'macros that double each other',
    `@string{s0 = "aaaaaaaa"}\n${numbered(200, (number) => `@string{s${number + 1} = s${number} # s${number}}\n`)}${entry}`,
    'bibtex 1',
  ],
  [
    '300,000 names of one book',
    `@book{a, title = {A}, author = {${'A B and '.repeat(300_000)}C}}`,
    'bibtex 1',
  ],
  [
    '300,000 lines of one reference',
    `TY  - JOUR\nTI  - A\n${numbered(300_000, (number) => `AU  - A${number}\n`)}ER  - \n`,
    'ris 1',
  ],
  ['100,000 references that are begun only', 'TY  - JOUR\nAU  - A\n'.repeat(100_000), 'ris 0'],
  ['JSON in a million lists', `[{"type":"book","title":${'['.repeat(million)}`, 'import-too-deep'],
  ['200,000 columns', `title,url\n${'a,'.repeat(200_000)}`, 'csv 1'],
  ['quotes that never end', `title,url\n${'"'.repeat(5 * million)}`, 'csv 0'],
];

describe('a file made to take all time and memory', () => {
  it.each(hostile)(
    'ends well: %s',
    async (_what, text, end) => expect(await endOf({ file: text })).toBe(end),
    bounds.time + 10_000,
  );
});

describe('recognizing a file', () => {
  // Only its first 64 KB are looked at; here they are longer, to show that the work grows no faster than they do.
  const signs = [
    ' ',
    '\n',
    ' \n',
    '\t',
    '<',
    '<a ',
    '<!--',
    '[',
    '[a',
    '@',
    '@a',
    '{',
    '{"',
    '"',
    ',',
    '#',
    '- [',
    '&',
    'a:',
    'TY  - ',
  ];
  it.each(signs)(
    'takes no longer than its length is worth: %j',
    async (sign) => {
      for (const start of ['', 'x ', '# A\n'])
        expect(await endOf({ head: start + sign.repeat(million / sign.length) })).toBe('looked at');
    },
    bounds.time + 10_000,
  );
});
