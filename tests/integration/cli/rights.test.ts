import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PictureRights, RightsReport } from '../../../electron/cli/rights.ts';
import { runCommand } from '../../../electron/cli/run-command.ts';
import { openTestCore } from '../../support/open-core.ts';
import { addPicture } from '../../support/publishable-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

/** Runs the command line within this process. */
const run = async (...words: string[]) => {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await runCommand(words, {
    folder,
    print: (text) => printed.push(text),
    note: (text) => noted.push(text),
    progress: () => undefined,
    async *lines() {},
  });
  return { code, stdout: printed.join('\n'), stderr: noted.join('\n') };
};

/** A library with one topic, headed by a picture with the golden case's credit, and one picture that stands nowhere. */
const makeLibrary = async (): Promise<void> => {
  await run('new', 'library');
  const core = await openTestCore({ dir: join(folder, 'library') });
  const imageId = await addPicture(core, {
    seed: 1,
    alt: 'A chair',
    credit: { creator: 'jenlen', licenseId: 'cc-by-nc-nd-2.0' },
  });
  await addPicture(core, { seed: 2, alt: 'A lamp', credit: { licenseId: 'cc0-1.0' } });
  const { topicId } = await core.call('topics.create', { title: 'Water', parentId: null });
  const hero = { imageId, focalPoint: null };
  await core.call('topics.update', { topicId, patch: { status: 'published', hero } });
  await core.call('resources.create', { fields: { title: 'x' }, topicId, sectionId: null });
  await core.call('evidence.add', { imageId, uploadId: null, fileName: '', fields: { note: 'seen' } });
  await core.close();
};

const rightsOf = async (...more: string[]) => {
  const { code, stdout } = await run('check', '--library', 'library', '--rights', '--json', ...more);
  return { code, ...(JSON.parse(stdout) as { rights: RightsReport; damage: object[] }) };
};

const golden = ({ rights }: { rights: RightsReport }): PictureRights | undefined =>
  rights.pictures.find(({ creator }) => creator === 'jenlen');

const exportWith = (...more: string[]) =>
  run('export', '--library', 'library', '--published', '--out', 'site', ...more);

describe('carrel check --rights', () => {
  it('says how the credit of every picture stands, used or not', async () => {
    await makeLibrary();
    const checked = await rightsOf();
    expect(checked).toMatchObject({ code: 0, rights: { counts: { all: 2, incomplete: 1, complete: 1 } } });
    expect(golden(checked)).toMatchObject({
      license: 'cc-by-nc-nd-2.0',
      licenseAddress: 'https://creativecommons.org/licenses/by-nc-nd/2.0/',
      state: 'incomplete',
      missing: [{ field: 'sourceUrl', message: expect.stringContaining('CC BY-NC-ND 2.0 asks for it') }],
      forbidsCommercialUse: true,
      forbidsDerivatives: true,
      decision: null,
    });
    const { stdout } = await run('check', '--library', 'library', '--rights');
    expect(stdout).toContain('Rights of 2 pictures: incomplete 1, complete 1, non-commercial 1');
  });

  it('fails with --strict until somebody decided', async () => {
    await makeLibrary();
    expect((await rightsOf('--strict')).code).toBe(1);
    await exportWith('--commercial', 'no', '--anyway', 'The page is gone.');
    const decided = await rightsOf('--strict');
    expect([decided.code, golden(decided)?.decision?.reason]).toEqual([0, 'The page is gone.']);
  });
});

describe('carrel export and the gate', () => {
  it('refuses what is open in one sentence, and writes nothing', async () => {
    await makeLibrary();
    const { code, stderr } = await exportWith('--commercial', 'no');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/credit is not complete.*picture-1\.jpg/)]);
    expect(existsSync(join(folder, 'site'))).toBe(false);
  });

  it('asks first whether it is sold, and records no decision before that is answered', async () => {
    await makeLibrary();
    const { code, stderr } = await exportWith('--anyway', 'The page is gone.');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/picture-1\.jpg.*--commercial yes/)]);
    expect(existsSync(join(folder, 'site'))).toBe(false);
    expect(golden(await rightsOf())?.decision).toBeNull();
  });

  it('keeps back what may not be sold, until somebody decides', async () => {
    await makeLibrary();
    const { code, stderr } = await exportWith('--commercial', 'yes');
    expect([code, stderr]).toEqual([1, expect.stringContaining('picture-1.jpg')]);
    expect(golden(await rightsOf())?.state).toBe('permission-needed');
    expect((await exportWith('--anyway', 'The owner agreed.')).code).toBe(0);
  });

  it('publishes with a reason, which is recorded once', async () => {
    await makeLibrary();
    expect((await exportWith('--commercial', 'no', '--anyway', 'The page is gone.')).code).toBe(0);
    await rm(join(folder, 'site'), { recursive: true });
    expect((await exportWith()).code).toBe(0);
    expect(golden(await rightsOf())?.decision).toMatchObject({
      reason: 'The page is gone.',
      by: expect.stringMatching(/./),
    });
  });

  it.each([
    [['--anyway', ' '], '--anyway takes the reason'],
    [['--commercial', 'maybe'], '--commercial takes yes or no'],
  ])('takes no %s', async (words, message) => {
    await makeLibrary();
    const { code, stderr } = await exportWith(...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('publishes the sample library as it is', async () => {
    await run('new', 'library', '--sample');
    const { code, stderr } = await run('export', '--library', 'library', '--all', '--out', 'site');
    expect([code, stderr]).toEqual([0, '']);
  });
});
