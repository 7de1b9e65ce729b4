import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#core/imports/reader.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { sharedFixtures } from '#tests/support/fixtures.ts';
import { readPath } from '#tests/support/read-source.ts';
import { createVerdicts, expectInDocs, type Verdict } from '#tests/support/verdicts.ts';

const folder = sharedFixtures === null ? '' : join(sharedFixtures, 'packages');
const namesIn = (part: string): string[] => (sharedFixtures === null ? [] : readdirSync(join(folder, part)));
const read = (path: string, answers: Readonly<Record<string, string>> = {}): Promise<Reading> =>
  readPath(join(folder, path), answers);
const { judge, rows, unjudged } = createVerdicts();

const folders = ['bagit', 'zip', 'ro-crate', 'libguides', 'omeka', 'iiif'];

/** The reason a file is refused for; a reading is a failure. */
const refusalOf = async (path: string): Promise<unknown> => {
  const answer: unknown = await read(path).catch((error: unknown) => error);
  expect(answer).toBeInstanceOf(CarrelError);
  const { code, details } = answer as CarrelError;
  expect(code).toBe('file-format');
  return details['reason'];
};

describe.skipIf(sharedFixtures === null)(
  'packages of other tools (skipped without ../shared/fixtures)',
  () => {
    it.each(namesIn('bagit'))('verifies %s', (name) =>
      judge('BagIt', name, async (): Promise<Verdict> => {
        const isValid = /-(?:valid|warning)-/.test(name);
        if (!isValid) {
          expect(await refusalOf(`bagit/${name}`)).toBe('bag-not-valid');
          return 'right';
        }
        const reading = await read(`bagit/${name}`);
        expect(reading.format).toBe('bagit');
        expect(reading.candidates.length + reading.problems.length).toBeGreaterThan(0);
        return 'right';
      }),
    );

    it.each([
      ['zip-slip.zip', 'zip-unsafe-path'],
      ['absolute-path.zip', 'zip-unsafe-path'],
      ['truncated.zip', 'zip-damaged'],
      ['encrypted.zip', 'zip-encrypted'],
      ['symlink.zip', 'zip-link'],
      ['empty.zip', 'zip-empty'],
      ['unicode-names.zip', 'import-zip-unknown'],
      ['zip64.zip', 'import-zip-unknown'],
    ])('refuses %s: %s', (name, reason) =>
      judge('ZIP', name, async (): Promise<Verdict> => {
        expect(await refusalOf(`zip/${name}`)).toBe(reason);
        return reason === 'import-zip-unknown' ? 'explained' : 'right';
      }),
    );

    it.each([
      ['valid-ro-crate-1.2-attached.json', 1, 'Example RO-Crate 1.2'],
      ['valid-rocrate-with-data-entities.json', 8, 'My Pictures'],
      ['valid-workflow-roc-string-license.json', 4, 'Valid RO Crate string license'],
      [
        'valid-wrroc-paper.json',
        4,
        'Recording provenance of workflow runs with RO-Crate (RO-Crate and mapping)',
      ],
      ['read_crate.json', 8, null],
    ])('reads %s', (name, parts, title) =>
      judge('RO-Crate', name, async (): Promise<Verdict> => {
        const reading = await read(`ro-crate/${name}`);
        expect(reading.title).toBe(title);
        expect(reading.candidates.length).toBeGreaterThanOrEqual(parts);
        return 'right';
      }),
    );

    it.each(namesIn('ro-crate').filter((name) => name.startsWith('invalid-')))(
      'refuses or warns: %s',
      (name) =>
        judge('RO-Crate', name, async (): Promise<Verdict> => {
          const answer: unknown = await read(`ro-crate/${name}`).catch((error: unknown) => error);
          if (answer instanceof CarrelError) expect(answer.code).toBe('file-format');
          else expect((answer as Reading).problems.map(({ reason }) => reason)).toContain('crate-departs');
          return 'explained';
        }),
    );

    it('reads guides, and the private ones only when asked', async () => {
      await judge('LibGuides API', 'libguides-api-guides.json', async (): Promise<Verdict> => {
        const reading = await read('libguides/libguides-api-guides.json');
        expect(reading.candidates).toHaveLength(60);
        expect(reading.problems).toHaveLength(15);
        expect(reading.questions).toMatchObject([
          { id: 'private-items', answer: 'leave-out', values: { count: 15 } },
        ]);
        expect(reading.candidates[0]?.fields).toMatchObject({
          title: 'Family Science and Social Work',
          url: 'https://libguides.lib.miamioh.edu/fsw',
          modifiedOn: '2020-12-18',
          subjects: ['Family Science and Social Work', 'Social Work', 'Sociology'],
        });
        const all = await read('libguides/libguides-api-guides.json', { 'private-items': 'bring-in' });
        expect(all.candidates).toHaveLength(75);
        return 'right';
      });
    });

    it.each([
      ['omeka-s-item-1.json', 'Walden', ['Henry David Thoreau'], 'A man seeks simplicity.'],
      ['omeka-s-item-2.json', 'The Count of Monte Cristo', ['Alexandre Dumas'], 'A man seeks revenge.'],
    ])('reads %s', (name, title, creators, summary) =>
      judge('Omeka S', name, async (): Promise<Verdict> => {
        const { candidates } = await read(`omeka/${name}`);
        expect(candidates.map(({ fields }) => fields)).toMatchObject([
          { title, creators, summary, modifiedOn: '2000-01-01' },
        ]);
        return 'right';
      }),
    );

    it('reads media of Omeka S', async () => {
      await judge('Omeka S', 'omeka-s-basel-media.json', async (): Promise<Verdict> => {
        const { candidates } = await read('omeka/omeka-s-basel-media.json');
        expect(candidates[0]?.fields).toMatchObject({ title: 'Die Löblich und wyt berümpt Stat Basel' });
        expect(candidates[0]?.fields.creators?.[0]).toContain('Sebastian Münster');
        expect(candidates[0]?.fields.summary).toMatch(/^Die Karte zeigt Bas/);
        expect(candidates[0]?.picture?.url).toMatch(/^https:\/\/omeka\.unibe\.ch\/files\//);
        return 'right';
      });
      await judge('Omeka S', 'omeka-s-media-1.json', async (): Promise<Verdict> => {
        const { candidates, problems } = await read('omeka/omeka-s-media-1.json');
        expect(candidates.length + problems.length).toBe(1);
        return candidates.length === 1 ? 'right' : 'explained';
      });
    });

    it('reads a IIIF manifest: its rights and required statement are the credit', async () => {
      await judge('IIIF', '0008-rights.json', async (): Promise<Verdict> => {
        const { candidates } = await read('iiif/0008-rights.json');
        expect(candidates).toHaveLength(1);
        expect(candidates[0]).toMatchObject({
          fields: { title: 'Picture of Göttingen taken during the 2019 IIIF Conference' },
          picture: { credit: { licenseId: 'cc-by-sa-3.0' } },
        });
        expect(candidates[0]?.picture?.credit.creditLine).toContain(
          'Glen Robson, IIIF Technical Coordinator',
        );
        return 'right';
      });
    });

    it('passes over no file of the folder', () => {
      expect(namesIn('.').filter((name) => !folders.includes(name))).toEqual([]);
      expect(folders.flatMap((part) => unjudged(namesIn(part)))).toEqual([]);
    });

    it('counts as the docs say', () => {
      expectInDocs(rows());
    });
  },
);
