import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { places } from '../../electron/launcher/places.mjs';
import { builtFile } from './built.ts';

/** What a program said and how it ended. */
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** A program that is running. */
export type Running = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the first match in what it says on stdout; rejects when it ends before that. */
  readonly says: (pattern: RegExp) => Promise<string>;
};

type Surroundings = { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv };

/** Starts a JavaScript file on this Node. It is ended with the test. */
export const startProgram = (
  file: string,
  words: readonly string[],
  { cwd = places.root, env }: Surroundings = {},
): Running => {
  const child = spawn(process.execPath, [file, ...words], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', npm_lifecycle_event: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => (said[name] += chunk.toString('utf8')));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
  onTestFinished(async () => {
    // Asked first, so that what it started ends as well.
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(force);
  }, 20_000);
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(said.stdout);
        if (found) resolve(found[1] ?? found[0]);
      };
      child.stdout.on('data', look);
      look();
      ended.then(
        ({ code, stdout, stderr }) => reject(new Error(`ended with ${code}: ${stdout}${stderr}`)),
        reject,
      );
    });
  return { child, ended, says };
};

/** Runs the built command line to its end. */
export const carrel = (words: readonly string[], surroundings?: Surroundings): Promise<Ended> =>
  startProgram(builtFile('main/cli.js'), words, surroundings).ended;

/** Path of a file of the launcher. */
export const launcherFile = (name: string): string => join(places.root, 'electron', 'launcher', name);
