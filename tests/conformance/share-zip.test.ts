import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isShareFile, openShare } from '#core/sharing/read-share.ts';
import { sharedFixtures } from '#tests/support/fixtures.ts';

const packages = join(sharedFixtures ?? '', 'packages');

/** Every foreign ZIP among the packages: sound ones, hostile ones, bags of other programs. */
const foreignZips = async (): Promise<readonly string[]> => {
  const folders = ['zip', 'bagit'].map((name) => join(packages, name));
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  return names.flat().filter((path) => path.endsWith('.zip'));
};

describe.skipIf(sharedFixtures === null)(
  'opening a share file that is none (skipped without ../shared/fixtures)',
  () => {
    it('refuses every foreign or hostile ZIP with a reason, and takes nothing from it', async () => {
      const paths = await foreignZips();
      expect(paths.length).toBeGreaterThan(30);
      for (const path of paths) {
        expect(await isShareFile(path), path).toBe(false);
        await expect(openShare(path), path).rejects.toMatchObject({
          code: 'file-format',
          details: { reason: expect.stringMatching(/^(?:zip-[a-z-]+|not-a-share-file)$/) },
        });
      }
    });
  },
);
