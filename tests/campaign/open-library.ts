import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '#core/open-core.ts';
import { fakeClock, type FakeClock } from '#tests/support/fake-clock.ts';
import { testHost } from '#tests/support/test-host.ts';

/** A folder of the campaign's own, and how to be rid of it. */
export const temporaryFolder = async (): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> => {
  const path = await mkdtemp(join(tmpdir(), 'carrel-campaign-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
};

/** Opens a library as a host does. Errors that the core logs are collected, not printed. */
export const openLibrary = async (
  libraryDir: string,
  settingsDir: string,
  clock: FakeClock = fakeClock(),
): Promise<Core> => {
  // Not at the top: whoever records must have set its hooks before the core is loaded.
  const { openCore } = await import('#core/open-core.ts');
  const { systemIds } = await import('#core/system.ts');
  const logger = { info: () => undefined, error: () => undefined };
  return openCore({ libraryDir, host: testHost, settingsDir, clock, ids: systemIds, logger, by: 'campaign' });
};
