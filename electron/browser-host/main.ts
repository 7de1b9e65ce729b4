import open from 'open';
import { describeRepair } from '#core/datastore/describe-repair.ts';
import { repairLibrary } from '#core/datastore/repair-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { consoleLogger, systemClock, systemIds } from '#core/system.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { libraryToOpen } from './library-to-open.ts';
import { parseArguments, UsageError } from './parse-arguments.ts';
import { serveLibrary } from './serve-library.ts';

/** What helps where the library itself is damaged. */
const wayOn = ({ code }: CarrelError): string =>
  code === 'file-format'
    ? '\nTo put it together again from its backups, its journal and the files beside its pictures: npm start -- --repair. Nothing is deleted by that.'
    : '';

const explain = (error: unknown): string => {
  if (error instanceof CarrelError) return `${error.message}${wayOn(error)}`;
  if (error instanceof UsageError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'Another program uses this port. Choose another one with --port, or leave it out.';
  return `Carrel could not start: ${error instanceof Error ? error.message : String(error)}`;
};

/** Told twice, by the terminal and by the launcher: the second time must not cut the closing short. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

/** A machine without a browser is no failure: the address has been printed. */
const openBrowser = async (address: string) => {
  try {
    const child = await open(address);
    child.once('error', () => undefined);
  } catch {
    // Printed above.
  }
};

const repair = async (libraryDir: string): Promise<void> => {
  const needs = { clock: systemClock, ids: systemIds, logger: consoleLogger };
  const repaired = await repairLibrary(libraryPaths(libraryDir), needs);
  for (const line of describeRepair(repaired)) console.log(line);
};

const run = async (): Promise<void> => {
  const { open: wanted, repair: isDamaged, port, stay, ...libraries } = parseArguments(process.argv.slice(2));
  const end = interrupted();
  const libraryDir = await libraryToOpen(libraries);
  if (isDamaged) await repair(libraryDir);
  const library = await serveLibrary({ libraryDir, port, stay });
  console.log(`Carrel is open at ${library.entrance} (Ctrl-C ends it)`);
  if (wanted) await openBrowser(library.entrance);
  await Promise.race([end, library.idle]);
  await library.close();
};

try {
  await run();
  process.exit(0);
} catch (error) {
  console.error(explain(error));
  process.exit(error instanceof UsageError ? 2 : 1);
}
