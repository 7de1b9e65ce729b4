import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export type TestChild = {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Whole lines printed so far. */
  readonly lines: () => readonly string[];
  /** Resolves when this line has been printed; rejects, with what it said on stderr, when the process ends before. */
  readonly printed: (line: string) => Promise<void>;
  /** Sends SIGKILL and resolves when the process is gone and all it printed has arrived. */
  readonly kill: () => Promise<void>;
};

/** Starts a file of `tests/support` with Node. It is killed when the test ends, if it still runs. */
export const startChild = (file: string, args: readonly string[]): TestChild => {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdin.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = () => output.split('\n').slice(0, -1);
  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  onTestFinished(kill);
  const printed = (line: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (lines().includes(line)) resolve();
      };
      child.stdout.on('data', look);
      void closed.then(() => reject(new Error(`ended without printing "${line}": ${errors}`)));
      look();
    });
  return { process: child, lines, printed, kill };
};
