import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDateReader } from '#core/imports/date-text.ts';
import type { Reading } from '#core/imports/reader.ts';
import { typeOfReference } from '#core/imports/readers/references/reference-types.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { sharedFixtures } from '#tests/support/fixtures.ts';
import { readPath } from '#tests/support/read-source.ts';
import { createVerdicts, expectInDocs, type Verdict } from '#tests/support/verdicts.ts';

const folder = sharedFixtures === null ? '' : join(sharedFixtures, 'references');
const names = sharedFixtures === null ? [] : readdirSync(folder);
const read = (name: string): Promise<Reading> => readPath(join(folder, name));
const answer = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const { judge, rows, unjudged } = createVerdicts();

const formatNames: Readonly<Record<string, string>> = {
  ris: 'RIS',
  bibtex: 'BibTeX and BibLaTeX',
  'csl-json': 'CSL-JSON',
  'zotero-rdf': 'Zotero RDF',
};
const formatOf = (name: string): string =>
  name.endsWith('.ris')
    ? 'ris'
    : name.endsWith('.bib')
      ? 'bibtex'
      : name.endsWith('.rdf')
        ? 'zotero-rdf'
        : 'csl-json';

/** Words alone: Zotero keeps a little markup, compatibility characters and white space that Carrel does not. */
const words = (text: unknown): string =>
  (typeof text === 'string' ? text : '')
    .replaceAll(/<[^>]*>/g, '')
    .normalize('NFKC')
    .replaceAll(/[\s.]+/g, ' ')
    .trim();

type ZoteroItem = {
  readonly itemType: string;
  readonly title?: string;
  readonly url?: string;
  readonly date?: string;
  readonly abstractNote?: string;
};

const toDate = createDateReader();

/** Where Carrel answers otherwise on purpose. */
const otherwise: Readonly<Record<string, string>> = {
  // LaTeX reads two backslashes as a new line, and Zotero as a brace.
  'zotero-bibtex-10.bib': 'title',
};

const expectSame = (reading: Reading, items: readonly ZoteroItem[], name: string): void => {
  expect(reading.candidates).toHaveLength(items.length);
  reading.candidates.forEach(({ fields }, index) => {
    const item = items[index]!;
    // Court cases and acts have names instead, which Zotero takes from other lines.
    const { title } = item;
    if (otherwise[name] !== 'title' && title !== undefined && title !== '')
      expect(words(fields.title)).toBe(words(title));
    if (toWebAddress(item.url ?? '') !== null) expect(fields.url).toBe(item.url);
    if (item.abstractNote !== undefined) expect(words(fields.summary)).toBe(words(item.abstractNote));
    const date = toDate(item.date ?? '');
    if (date !== null) expect(fields.publishedOn).toBe(date);
  });
};

describe.skipIf(sharedFixtures === null)(
  'references of other tools (skipped without ../shared/fixtures)',
  () => {
    it.each(names.filter((name) => /^zotero-.*-\d+\.(?:ris|bib|rdf|csl\.json)$/.test(name)))(
      'reads %s as Zotero does',
      async (name) => {
        await judge(formatNames[formatOf(name)]!, name, async (): Promise<Verdict> => {
          const reading = await read(name);
          expect(reading.format).toBe(formatOf(name));
          const items = answer(
            name.replace(/\.(?:ris|bib|rdf|csl\.json)$/, '.expected.json'),
          ) as ZoteroItem[];
          expectSame(reading, items, name);
          return name in otherwise ? 'explained' : 'right';
        });
      },
    );

    it('gives each type a type of its own kind', async () => {
      const types = new Set((await read('zotero-ris-03.ris')).candidates.map(({ fields }) => fields.typeId));
      expect(types.size).toBeGreaterThan(8);
      expect(typeOfReference('journalArticle')).toBe('document');
    });

    it.each(names.filter((name) => /^jabref-.*\.ris$/.test(name)))(
      'reads %s as JabRef does',
      async (name) => {
        await judge('RIS', name, async (): Promise<Verdict> => {
          const [ours, theirs] = [await read(name), await read(name.replace(/ris$/, 'expected.bib'))];
          expect(ours.candidates).toHaveLength(theirs.candidates.length);
          ours.candidates.forEach(({ fields }, index) => {
            const other = theirs.candidates[index]!.fields;
            // JabRef strings several titles together; Carrel takes one and keeps the others.
            if (!name.includes('Test1.')) expect(words(fields.title)).toBe(words(other.title));
            // The link is UR; JabRef takes the full text, which Carrel keeps beside it.
            if (!name.includes('TestDOI')) expect(fields.url).toBe(other.url ?? fields.url);
            else expect(Object.values(fields.otherFields ?? {})).toContain(other.url);
            expect(fields.publishedOn?.slice(0, 4)).toBe(other.publishedOn?.slice(0, 4));
          });
          return /Test(?:1|DOI)\./.test(name) ? 'explained' : 'right';
        });
      },
    );

    it('reads BibLaTeX as citation.js does', async () => {
      await judge('BibTeX and BibLaTeX', 'citationjs-biblatex.bib', async (): Promise<Verdict> => {
        const [ours, theirs] = [
          await read('citationjs-biblatex.bib'),
          await read('citationjs-biblatex.expected.csl.json'),
        ];
        const byId = new Map(theirs.candidates.map(({ fields }) => [fields.otherFields?.['id'], fields]));
        expect(ours.candidates).toHaveLength(28);
        for (const { fields } of ours.candidates) {
          const other = byId.get(fields.otherFields?.['id']);
          expect(words(fields.title)).toContain(words(other?.title).split(/[.:] /)[0]);
          expect(fields.publishedOn).toBe(other?.publishedOn);
          if (other?.url) expect(fields.url).toBe(other.url);
        }
        return 'right';
      });
    });

    it('reads the other files whole', async () => {
      await judge('CSL-JSON', 'citationjs-biblatex.expected.csl.json', async (): Promise<Verdict> => {
        expect((await read('citationjs-biblatex.expected.csl.json')).candidates).toHaveLength(28);
        return 'right';
      });
      await judge('BibTeX and BibLaTeX', 'bbt-online-type.bib', async (): Promise<Verdict> => {
        const { candidates } = await read('bbt-online-type.bib');
        expect(candidates).toHaveLength(1);
        expect(candidates[0]?.fields).toMatchObject({
          typeId: 'website',
          title: 'Intel Atom E3826 specifications',
        });
        expect(candidates[0]?.fields.url).toMatch(/^https:\/\/ark\.intel\.com\//);
        return 'right';
      });
      await judge('BibTeX and BibLaTeX', 'jabref-examples.bib', async (): Promise<Verdict> => {
        const { candidates, problems } = await read('jabref-examples.bib');
        expect(candidates.map(({ fields }) => fields.typeId)).toEqual(['book', 'document']);
        // Two sets have no title and no link of their own.
        expect(problems.map(({ reason }) => reason)).toEqual(['row-without-title', 'row-without-title']);
        return 'explained';
      });
    });

    it('reads an export of Zotero with its notes', async () => {
      await judge('Zotero RDF', 'zotero-rdf.rdf', async (): Promise<Verdict> => {
        const { candidates, problems } = await read('zotero-rdf.rdf');
        expect(
          candidates.map(({ fields }) => [fields.title, fields.url, fields.typeId, fields.note]),
        ).toEqual([
          ['A', null, 'book', 'C\n\nD'],
          ['B', 'http://example.com', 'website', ''],
        ]);
        expect(problems).toEqual([]);
        return 'right';
      });
    });

    it.each([
      ['rispy-example_full.ris', 2],
      ['rispy-example_urls.ris', 4],
      ['rispy-example_utf_chars.ris', 1],
      ['rispy-example_bom.ris', 1],
    ])('reads %s', async (name, count) => {
      await judge('RIS', name, async (): Promise<Verdict> => {
        const { candidates } = await read(name);
        expect(candidates).toHaveLength(count);
        for (const { fields } of candidates) {
          expect(fields.title).not.toBe('');
          expect(fields.url ?? '').not.toMatch(/[\s;]/);
        }
        return 'right';
      });
    });

    it('passes over no file of the folder', () => {
      expect(unjudged(names.filter((name) => !name.includes('.expected.')))).toEqual([]);
    });

    it('counts as the docs say', () => {
      expectInDocs(rows());
    });
  },
);
