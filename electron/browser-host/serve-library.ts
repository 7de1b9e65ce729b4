import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findApp } from '#core/app-root.ts';
import { createSampleLibrary } from '#core/library/sample-library.ts';
import type { Host } from '#core/context.ts';
import { openCore, type Core } from '#core/open-core.ts';
import { createTurns } from '#core/turns.ts';
import { browserPort } from './browser-capabilities.ts';
import { startBrowserHost } from './start-browser-host.ts';

export type ServeOptions = {
  /** Made from the sample library when it is new or empty. Absolute. */
  readonly libraryDir: string;
  readonly port: number;
  /** Keeps serving when the last page has gone. */
  readonly stay: boolean;
};

export type ServedLibrary = {
  /** The address that lets a browser in. */
  readonly entrance: string;
  /** Resolves when nobody has a page open any more; never with `stay`. */
  readonly idle: Promise<void>;
  /** Stops serving, then folds and unlocks the library. */
  readonly close: () => Promise<void>;
};

const isNewOrEmpty = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
};

/** The library that is served at the moment. */
type Shown = Pick<Core, 'fetch' | 'close'>;

/** Opens a library that another can take the place of, on the same address and for the same pages. */
const show = async (libraryDir: string): Promise<Shown> => {
  const assetsDir = join(findApp().root, 'out', 'renderer');
  const inTurn = createTurns();
  const switchLibrary = (next: string) =>
    inTurn(async () => {
      const opened = await openCore({ libraryDir: next, host, assetsDir });
      const previous = core;
      core = opened;
      previous.context.events.publish({ type: 'replaced' });
      await previous.close();
    });
  const host: Host = { ...browserPort, switchLibrary };
  let core = await openCore({ libraryDir, host, assetsDir });
  return { fetch: (request) => core.fetch(request), close: () => inTurn(() => core.close()) };
};

/** Opens a library and serves it to browsers of this machine. Rejects with a `CarrelError`, or EADDRINUSE. */
export const serveLibrary = async ({ libraryDir, port, stay }: ServeOptions): Promise<ServedLibrary> => {
  if (await isNewOrEmpty(libraryDir)) await createSampleLibrary(libraryDir);
  const shown = await show(libraryDir);
  const { promise: idle, resolve: onIdle } = Promise.withResolvers<void>();
  try {
    const host = await startBrowserHost({ core: shown, port, onIdle: stay ? undefined : onIdle });
    const close = async () => {
      await host.close();
      await shown.close();
    };
    return { entrance: host.entrance, idle, close };
  } catch (error) {
    await shown.close();
    throw error;
  }
};
