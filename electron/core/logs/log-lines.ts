import { basename } from 'node:path';
import { z } from 'zod';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Instant } from '#shared/model/dates.ts';

/** Only what the program itself says: words such as `ENOENT`, `not-saved`, `electron`. */
const isOwnWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z][\w-]{0,39}$/.test(value);

/** `at name (/home/ann/Carrel/out/main/shell.js:12:3)` without the place. */
const frameOf = (line: string): string | null => {
  const [, name, file, at] = /^\s+at (?:(?:async )?([\w.$<># ]+) \()?(.*?):(\d+:\d+)\)?$/.exec(line) ?? [];
  return file === undefined || at === undefined
    ? null
    : `    at ${name ?? 'top level'} (${basename(file)}:${at})`;
};

/** Where it happened. The message above the frames may quote titles, addresses and paths, so it is left out. */
const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .map(frameOf)
    .filter((frame) => frame !== null)
    .slice(0, 12);

const nameOf = (error: Error): string => {
  const known = error instanceof CarrelError ? [error.code, error.details['reason']] : [];
  const system = 'code' in error ? [error.code, 'syscall' in error ? error.syscall : undefined] : [];
  const issues = error instanceof z.ZodError ? error.issues.slice(0, 3).map((issue) => issue.code) : [];
  return [error.name, ...new Set([...known, ...system, ...issues])].filter(isOwnWord).join(' ');
};

/** What went wrong, and what led to it: names, codes and places in the program, none of what they say. */
export const describeError = (error: unknown, depth = 0): string[] => {
  if (!(error instanceof Error)) return [`  something that is no error (${typeof error})`];
  const cause = error.cause === undefined || depth > 3 ? [] : describeError(error.cause, depth + 1);
  return [`  ${depth === 0 ? '' : 'because of '}${nameOf(error)}`, ...framesOf(error), ...cause];
};

/** Numbers, yes and no, and the program's own words; anything else may be content. */
export const describeDetails = (details: Readonly<Record<string, unknown>> = {}): string =>
  Object.entries(details)
    .filter(([, value]) => typeof value === 'number' || typeof value === 'boolean' || isOwnWord(value))
    .map(([name, value]) => ` ${name}=${String(value)}`)
    .join('');

/** An entry of the log. */
export const toEntry = (at: Instant, message: string, more: readonly string[] = []): string =>
  `${[`${at} ${message}`, ...more].join('\n')}\n`;
