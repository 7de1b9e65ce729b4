import { homedir } from 'node:os';
import { openLogFile } from '#core/logs/log-file.ts';
import { configFolder } from '#core/settings/config-folder.ts';
import { systemClock } from '#core/system.ts';
import { isSet, type Command } from '../command.ts';

/** `carrel log` */
export const logCommand: Command = {
  name: 'log',
  summary:
    'Shows what Carrel noted for whoever looks after it, or deletes it. It holds nothing of a library.',
  usage: 'log [--delete]',
  help: [['--delete', 'delete it instead']],
  options: { delete: { type: 'boolean' } },
  positionals: 0,
  run: async (words, terminal) => {
    const folder = configFolder({ platform: process.platform, home: homedir(), env: process.env });
    const log = openLogFile(folder, systemClock);
    const { text, place } = log.read();
    if (isSet(words, 'delete')) {
      log.remove();
      terminal.note(`${place} is deleted.`);
    } else if (text === '') terminal.note('Nothing was logged.');
    else terminal.print(text.trimEnd());
    return 0;
  },
};
