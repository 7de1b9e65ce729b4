import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedFixtures } from '#tests/support/fixtures.ts';
import { verifyBag } from '#tests/support/verify-bag.ts';
import { readZipEntries } from '#tests/support/zip-entries.ts';

const folder = join(sharedFixtures ?? '', 'packages', 'bagit');

/** By the suite's own names: these must validate (some with a warning), the others must not. */
const isValid = (name: string): boolean => /-(?:valid|warning)-/.test(name);

describe.skipIf(sharedFixtures === null)(
  'the bag verifier, by the conformance suite (skipped without ../shared/fixtures)',
  () => {
    it('judges every bag as the suite does', async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.zip'));
      const judged = await Promise.all(
        names.map(async (name) => {
          const faults = verifyBag(await readZipEntries(await readFile(join(folder, name))));
          return { name, faults, isRight: (faults.length === 0) === isValid(name) };
        }),
      );
      expect(judged.filter(({ isRight }) => !isRight)).toEqual([]);
      expect(judged.length).toBeGreaterThan(20);
    });
  },
);
