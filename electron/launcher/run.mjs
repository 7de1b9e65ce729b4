import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program in this one's place: same terminal, signals handed on, its exit code as the answer. Ctrl-C reaches
 * the child from the terminal as well; it may be told twice.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export const runInPlace = (command, words, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: 'inherit', ...options });
    const handOn = /** @param {NodeJS.Signals} signal */ (signal) => {
      // Windows cannot hand a signal on: there the console tells the child itself, and kill would end it unasked.
      if (process.platform !== 'win32') child.kill(signal);
    };
    for (const signal of signals) process.on(signal, handOn);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal]));
    });
  });

/**
 * Runs a program to its end and keeps what it says.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const runQuietly = (command, words, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    /** @type {Buffer[]} */
    const chunks = [];
    const keep = /** @param {Buffer} chunk */ (chunk) => chunks.push(chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
