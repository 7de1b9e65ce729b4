import { parseArgs } from 'node:util';
import { findApp } from '#core/app-root.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { UsageError, type Command, type Terminal, type Words } from './command.ts';
import { commands } from './commands.ts';

const aligned = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

const generalHelp = (): string =>
  [
    'Usage: carrel COMMAND [options]',
    '',
    ...aligned(commands.map((command) => [command.name, command.summary])),
    '',
    'carrel COMMAND --help says more. Exit code: 0 done, 1 refused or failed, 2 wrong usage.',
  ].join('\n');

const helpOf = ({ usage, summary, help }: Command): string =>
  [`Usage: carrel ${usage}`, '', summary, '', ...aligned([...help, ['--help', 'show this text']])].join('\n');

const parse = (command: Command, words: readonly string[]): Words => {
  try {
    const parsed = parseArgs({
      args: [...words],
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    const surplus = parsed.positionals[command.positionals];
    if (surplus !== undefined && parsed.values['help'] !== true)
      throw new UsageError(`“${surplus}” is one word too many.`);
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // What Node itself has to say goes on about how to escape dashes.
    const [reason = ''] = (error instanceof Error ? error.message : '').split(/\.? To specify/);
    throw new UsageError(`${reason.replace(/\.$/, '')}.`, { cause: error });
  }
};

const explain = (error: unknown, terminal: Terminal): number => {
  if (error instanceof UsageError) {
    terminal.note(error.message);
    return 2;
  }
  if (error instanceof CarrelError) terminal.note(error.message);
  else terminal.note(`Something went wrong: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
};

const runKnown = async (command: Command, rest: readonly string[], terminal: Terminal): Promise<number> => {
  try {
    const words = parse(command, rest);
    if (words.values['help'] === true) {
      terminal.print(helpOf(command));
      return 0;
    }
    return await command.run(words, terminal);
  } catch (error) {
    const code = explain(error, terminal);
    if (code === 2) terminal.note(`Usage: carrel ${command.usage}`);
    return code;
  }
};

/** Runs the command line `carrel …words` and answers its exit code. Never throws. */
export const runCommand = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const [name, ...rest] = words;
  if (name === '--version' || name === '-v') {
    terminal.print(findApp().version);
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.print(generalHelp());
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return runKnown(command, rest, terminal);
  terminal.note(
    name === undefined ? generalHelp() : `There is no command “${name}”. carrel --help names them all.`,
  );
  return 2;
};
