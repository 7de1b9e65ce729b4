import { join } from 'node:path';
import type { Host } from '#core/context.ts';
import { openCore, type Core } from '#core/open-core.ts';
import { testHost } from '#tests/support/test-host.ts';

/** The core as a host opens it, quiet. */
export const openBenchCore = (libraryDir: string, places: Partial<Host> = {}): Promise<Core> =>
  openCore({
    libraryDir,
    host: { ...testHost, ...places },
    settingsDir: join(libraryDir, '..', 'settings'),
    logger: { info: () => undefined, error: () => undefined },
    by: 'bench',
  });
