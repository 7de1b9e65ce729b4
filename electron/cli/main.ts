import { createInterface } from 'node:readline';
import type { Terminal } from './command.ts';
import { runCommand } from './run-command.ts';

const clearLine = '\r\u001B[K';

const terminal: Terminal = {
  folder: process.cwd(),
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`${clearLine}${text ?? ''}`);
  },
};

// A reader that has seen enough (`carrel list | head -1`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(process.argv.slice(2), terminal);
