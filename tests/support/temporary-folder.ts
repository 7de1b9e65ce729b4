import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new empty folder. The caller removes it. */
export const makeTemporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'carrel-test-'));

export const removeFolder = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

/** A new empty folder that goes when the running test has ended. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await makeTemporaryFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
};
