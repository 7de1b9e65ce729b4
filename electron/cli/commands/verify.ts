import { verifyLibrary, type Finding } from '#core/datastore/verify-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { isSet, libraryFolder, type Command } from '../command.ts';
import { requireFolder } from '../require-folder.ts';

const toLines = (heading: string, findings: readonly Finding[]): string[] => [
  ...(findings.length === 0 ? [] : [`${heading} (${findings.length}):`]),
  ...findings.map(({ subject, details }) => `  ${subject}: ${details}`),
];

/** `carrel verify` */
export const verifyCommand: Command = {
  name: 'verify',
  summary: 'Reads every file of a library and says what is damaged. Changes nothing.',
  usage: 'verify --library DIR [--json]',
  help: [
    ['--library DIR', 'the library'],
    ['--json', 'answer in JSON'],
  ],
  options: { library: { type: 'string' }, json: { type: 'boolean' } },
  positionals: 0,
  run: async (words, terminal) => {
    const libraryDir = libraryFolder(words, terminal);
    await requireFolder(libraryDir);
    const findings = await verifyLibrary(libraryPaths(libraryDir));
    const damage = findings.filter(({ level }) => level === 'damage');
    const notes = findings.filter(({ level }) => level === 'note');
    if (isSet(words, 'json')) terminal.print(JSON.stringify({ damage, notes }, null, 2));
    else {
      for (const line of toLines('Damaged', damage)) terminal.print(line);
      for (const line of toLines('Worth knowing', notes)) terminal.print(line);
      if (damage.length > 0)
        terminal.print(`To mend what can be mended: carrel repair --library ${libraryDir}`);
      else terminal.print('Everything is there and whole.');
    }
    return damage.length > 0 ? 1 : 0;
  },
};
