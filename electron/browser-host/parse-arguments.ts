import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type Arguments = {
  /** Folder of the library that is named, absolute. */
  readonly library: string | null;
  /** Folder of the library of those who have none yet, absolute. */
  readonly usual: string;
  readonly port: number;
  readonly open: boolean;
  readonly stay: boolean;
  readonly repair: boolean;
};

/** Wrong use of the program, in one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const parsePort = (text: string | undefined): number => {
  const port = text === undefined ? 0 : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port takes a number from 0 to 65535, not "${text}".`);
  return port;
};

const options = {
  library: { type: 'string' },
  usual: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  stay: { type: 'boolean' },
  repair: { type: 'boolean' },
} as const;

/** Reads `--library DIR --usual DIR --port N --no-open --stay --repair`. Throws `UsageError`. */
export const parseArguments = (args: readonly string[]): Arguments => {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options, strict: true }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Unknown option.');
  }
  return {
    library: values.library === undefined ? null : resolve(values.library),
    usual: resolve(values.usual ?? join(homedir(), 'Documents', 'Carrel')),
    port: parsePort(values.port),
    open: values['no-open'] !== true,
    stay: values.stay === true,
    repair: values.repair === true,
  };
};
