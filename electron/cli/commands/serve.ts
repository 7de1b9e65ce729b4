import open from 'open';
import { CarrelError } from '#shared/contract/errors.ts';
import { serveLibrary, type ServedLibrary } from '../../browser-host/serve-library.ts';
import { isSet, libraryFolder, textOf, UsageError, type Command, type Words } from '../command.ts';
import { requireLibrary } from '../with-library.ts';

const portOf = (words: Words): number => {
  const text = textOf(words, 'port') ?? '0';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`--port takes a number up to 65535, not “${text}”.`);
  return port;
};

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

const serve = async (libraryDir: string, port: number): Promise<ServedLibrary> => {
  try {
    return await serveLibrary({ libraryDir, port, stay: true });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    throw new CarrelError(
      'conflict',
      'Another program uses this port. Choose another one with --port, or leave it out.',
      { reason: 'port-in-use' },
      { cause: error },
    );
  }
};

/** A machine without a browser is no failure: the address has been printed. */
const openBrowser = async (address: string): Promise<void> => {
  try {
    const child = await open(address);
    child.once('error', () => undefined);
  } catch {
    // Printed above.
  }
};

/** `carrel serve` */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Opens a library in your web browser and stays until Ctrl-C.',
  usage: 'serve --library DIR [--port N] [--no-open]',
  help: [
    ['--library DIR', 'the library'],
    ['--port N', 'port on this machine (default: a free one)'],
    ['--no-open', 'print the address and do not open the browser'],
  ],
  options: { library: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  positionals: 0,
  run: async (words, terminal) => {
    const libraryDir = libraryFolder(words, terminal);
    const port = portOf(words);
    requireLibrary(libraryDir);
    const end = interrupted();
    const served = await serve(libraryDir, port);
    terminal.print(`Carrel is open at ${served.entrance} (Ctrl-C ends it)`);
    if (!isSet(words, 'no-open')) await openBrowser(served.entrance);
    await end;
    await served.close();
    return 0;
  },
};
