import { asOffered, listBackups } from '#core/datastore/backups.ts';
import { newestGoodBackup } from '#core/datastore/good-backup.ts';
import { restoreBackup } from '#core/datastore/restore-backup.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { systemClock } from '#core/system.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { isSet, libraryFolder, textOf, type Command } from '../command.ts';

/** `carrel restore` */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Puts a backup in the place of library.json; what was there is kept beside it.',
  usage: 'restore --library DIR [--backup NAME] [--list] [--json]',
  help: [
    ['--library DIR', 'the library, closed'],
    ['--backup NAME', 'a file in its backups folder; by default the newest good one'],
    ['--list', 'only list the backups, oldest first'],
    ['--json', 'answer in JSON'],
  ],
  options: {
    library: { type: 'string' },
    backup: { type: 'string' },
    list: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 0,
  run: async (words, terminal) => {
    const paths = libraryPaths(libraryFolder(words, terminal));
    const asJson = isSet(words, 'json');
    if (isSet(words, 'list')) {
      const backups = asOffered(await listBackups(paths.backups), systemClock.now());
      if (asJson) terminal.print(JSON.stringify(backups, null, 2));
      else for (const { name, at } of backups) terminal.print(`${name}  ${at}`);
      return 0;
    }
    const name = textOf(words, 'backup') ?? (await newestGoodBackup(paths.backups, systemClock.now()))?.name;
    if (!name) {
      throw new CarrelError('not-found', `There is no good backup in ${paths.backups}. Nothing was changed.`);
    }
    const { kept } = await restoreBackup(paths, name, { clock: systemClock });
    if (asJson) terminal.print(JSON.stringify({ restored: name, kept }, null, 2));
    else {
      terminal.print(`${name} is the library again.`);
      for (const file of kept) terminal.print(`What was there is kept as ${file}`);
    }
    return 0;
  },
};
