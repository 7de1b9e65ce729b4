import { resolve } from 'node:path';
import type { ParseArgsOptionsConfig } from 'node:util';

/** Where a command writes to and where it stands. */
export type Terminal = {
  /** Relative paths start here. */
  readonly folder: string;
  /** The result, a line. */
  readonly print: (text: string) => void;
  /** News and errors, a line. */
  readonly note: (text: string) => void;
  /** What is piped in, line by line. */
  readonly lines: () => AsyncIterable<string>;
  /** Shows how far long work is, where a person watches. `null` takes it away. */
  readonly progress: (text: string | null) => void;
};

/** The words after a command's name, sorted. */
export type Words = {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
};

/** One word of the command line: what it is called, what it says of itself, what it does. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  /** How to call it, without the program's name. */
  readonly usage: string;
  /** What its options mean, for `--help`. */
  readonly help: readonly (readonly [option: string, meaning: string])[];
  readonly options: ParseArgsOptionsConfig;
  /** How many words may stand beside the options. */
  readonly positionals: number;
  /** Answers the exit code: 0 done, 1 done but not well. Throws `CarrelError` (1) or `UsageError` (2). */
  readonly run: (words: Words, terminal: Terminal) => Promise<number>;
};

/** Wrong use of the program, in one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The option's text, or null when it was not given. */
export const textOf = ({ values }: Words, option: string): string | null => {
  const value = values[option];
  return typeof value === 'string' ? value : null;
};

/** Whether a switch was given. */
export const isSet = ({ values }: Words, option: string): boolean => values[option] === true;

/** The option's text; wrong use when it is missing or empty. */
export const requireText = (words: Words, option: string, what: string): string => {
  const value = textOf(words, option);
  if (value === null || value.trim() === '') throw new UsageError(`--${option} ${what} is missing.`);
  return value;
};

/** The word beside the options; wrong use when it is missing or empty. */
export const requirePositional = ({ positionals }: Words, what: string): string => {
  const [value] = positionals;
  if (value === undefined || value === '') throw new UsageError(`${what} is missing.`);
  return value;
};

/** The folder after `--library`, absolute. */
export const libraryFolder = (words: Words, { folder }: Terminal): string =>
  resolve(folder, requireText(words, 'library', 'DIR'));
