import { join } from 'node:path';
import type { Host } from '#core/context.ts';
import { openCore, type Core } from '#core/open-core.ts';

const host: Host = {
  name: 'test',
  capabilities: {
    saveDialog: false,
    openLibrary: false,
    switchLibrary: false,
    revealFile: false,
    nativeMenu: false,
  },
  destination: () => null,
  revealTicket: () => null,
};

/** The core as a host opens it, quiet. */
export const openBenchCore = (libraryDir: string, places: Partial<Host> = {}): Promise<Core> =>
  openCore({
    libraryDir,
    host: { ...host, ...places },
    settingsDir: join(libraryDir, '..', 'settings'),
    logger: { info: () => undefined, error: () => undefined },
    by: 'bench',
  });
