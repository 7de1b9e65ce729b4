import { createShareService } from '#core/sharing/share-service.ts';
import { libraryFolder, type Command } from '../command.ts';
import { withLibrary } from '../with-library.ts';

/** `carrel dump` */
export const dumpCommand: Command = {
  name: 'dump',
  summary: 'Prints everything in the library as canonical JSON.',
  usage: 'dump --library DIR',
  help: [['--library DIR', 'the library; its trash and its undo history are left out']],
  options: { library: { type: 'string' } },
  positionals: 0,
  run: async (words, terminal) => {
    const json = await withLibrary(libraryFolder(words, terminal), terminal, async ({ context }) =>
      createShareService(context).dump(),
    );
    terminal.print(json.trimEnd());
    return 0;
  },
};
