import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..');
const stubFolder = join(import.meta.dirname, 'electron-stub');

export type StubbedShell = {
  /** Where an ordinary browser finds what Electron's window would show. */
  readonly address: string;
  /** Does what the user or the system would do outside the page, or tells what the shell asked of Electron. */
  readonly control: <Answer>(order: {
    readonly do: string;
    readonly [key: string]: unknown;
  }) => Promise<Answer>;
  /** Gives a browser context the built preload, as Electron gives it to its window. */
  readonly addPreload: (context: BrowserContext) => Promise<void>;
  /** Ends the program as Ctrl-C does (or by `signal`) and answers its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  readonly errors: () => string;
};

type ShellOptions = {
  readonly libraryDir: string;
  readonly userData: string;
  readonly app?: string;
  /** What the user answers to the dialogs that come before the window. */
  readonly dialogs?: readonly unknown[];
  /** What the system speaks, the first choice first, with commas between. */
  readonly languages?: string;
};

/**
 * Runs the **built** main process under plain Node, with a stub in the place of the `electron` module. `app` is the
 * folder of an unpacked app; by default this checkout.
 */
export const startShell = async ({
  libraryDir,
  userData,
  app = root,
  dialogs = [],
  languages = 'en-US',
}: ShellOptions): Promise<StubbedShell> => {
  const child = spawn(
    process.execPath,
    [
      '--import',
      join(stubFolder, 'register.mjs'),
      join(app, 'out', 'main', 'shell.js'),
      '--library',
      libraryDir,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        STUB_USERDATA: userData,
        STUB_DIALOGS: JSON.stringify(dialogs),
        STUB_DOCUMENTS: userData,
        STUB_LANGUAGES: languages,
        CARREL_CONFIG_DIR: userData,
      },
    },
  );
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const opened = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('{"stub"')) return JSON.parse(line) as { address: string; preload: string };
    }
    return null;
  })();
  const window = await opened;
  if (!window) {
    await ended;
    throw new Error(`the shell ended before it showed a window:\n${errors}`);
  }
  return {
    address: window.address,
    control: async (order) => {
      const answer = await fetch(`${window.address}/__electron/control`, {
        method: 'POST',
        body: JSON.stringify(order),
      });
      return (await answer.json()) as never;
    },
    addPreload: async (context) => {
      const shim = await readFile(join(stubFolder, 'preload-in-page.js'), 'utf8');
      const preload = await readFile(window.preload, 'utf8');
      await context.addInitScript(
        `if (window === top) { ${shim};\n((require) => {${preload}})(() => globalThis.__electronForPreload); }`,
      );
    },
    stop: async (signal = 'SIGINT') => {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
    errors: () => errors,
  };
};
