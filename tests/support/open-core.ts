import { join } from 'node:path';
import type { LookupOptions } from '#core/capture/lookup/lookup-queue.ts';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { openCore, type Core } from '#core/open-core.ts';
import type { Host } from '#core/context.ts';
import { systemIds } from '#core/system.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { memoryLogger, type MemoryLogger } from './memory-logger.ts';
import { testHost } from './test-host.ts';
import { makeTemporaryFolder, removeFolder } from './temporary-folder.ts';

export type TestCore = Core & {
  readonly core: Core;
  /** The library's folder. */
  readonly dir: string;
  readonly clock: FakeClock;
  readonly logger: MemoryLogger;
  /** Closes the core and removes its folder. */
  readonly close: () => Promise<void>;
};

type Options = {
  /** A library that is there already; it is not removed. By default a new empty one. */
  readonly dir?: string;
  readonly assetsDir?: string;
  readonly host?: Partial<Host>;
  readonly uploadStallTime?: number;
  readonly lookups?: LookupOptions;
  /** Where settings are kept, when they must outlive the core. */
  readonly settingsDir?: string;
};

/** A real core on a real library in a temporary folder, with a clock that stands still. Every answer is checked. */
export const openTestCore = async (options: Options = {}): Promise<TestCore> => {
  const root = await makeTemporaryFolder();
  const dir = options.dir ?? join(root, 'library');
  const clock = fakeClock();
  const logger = memoryLogger();
  if (options.dir === undefined)
    await createLibrary(libraryPaths(dir), { title: 'Test library', language: 'en' });
  const core = await openCore({
    libraryDir: dir,
    host: { ...testHost, ...options.host },
    clock,
    ids: systemIds,
    logger,
    settingsDir: options.settingsDir ?? join(root, 'settings'),
    assetsDir: options.assetsDir,
    uploadStallTime: options.uploadStallTime,
    lookups: options.lookups,
    by: 'tester',
    checkAnswers: true,
  });
  const close = async () => {
    await core.close();
    await removeFolder(root);
  };
  return { ...core, core, dir, clock, logger, close };
};
