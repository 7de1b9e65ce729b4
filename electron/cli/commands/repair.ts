import { describeRepair } from '#core/datastore/describe-repair.ts';
import { repairLibrary } from '#core/datastore/repair-library.ts';
import { verifyLibrary } from '#core/datastore/verify-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { systemClock, systemIds } from '#core/system.ts';
import { isSet, libraryFolder, type Command } from '../command.ts';
import { requireFolder } from '../require-folder.ts';

const logger = { info: () => undefined, error: () => undefined };

/** `carrel repair` */
export const repairCommand: Command = {
  name: 'repair',
  summary: 'Makes a damaged library whole again as far as that goes. Nothing is deleted.',
  usage: 'repair --library DIR [--json]',
  help: [
    ['--library DIR', 'the library, closed'],
    ['--json', 'answer in JSON'],
  ],
  options: { library: { type: 'string' }, json: { type: 'boolean' } },
  positionals: 0,
  run: async (words, terminal) => {
    const libraryDir = libraryFolder(words, terminal);
    await requireFolder(libraryDir);
    const paths = libraryPaths(libraryDir);
    const repaired = await repairLibrary(paths, { clock: systemClock, ids: systemIds, logger });
    const left = (await verifyLibrary(paths)).filter(({ level }) => level === 'damage');
    if (isSet(words, 'json')) terminal.print(JSON.stringify({ ...repaired, left }, null, 2));
    else {
      for (const line of describeRepair(repaired)) terminal.print(line);
      for (const { subject, details } of left) terminal.print(`Still damaged: ${subject}: ${details}`);
    }
    return left.length > 0 ? 1 : 0;
  },
};
