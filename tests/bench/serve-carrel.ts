import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

/** The longest that the core's event loop did not get its turn, in ms: by the clock, and of the processor. */
export type LongestTurn = { readonly time: number; readonly work: number };

/** Carrel in a process of its own, as `npm start` serves it to a browser. */
export type ServedCarrel = {
  readonly address: string;
  /** Since this was asked last; throws when it is not watched. */
  readonly longestTurn: () => Promise<LongestTurn>;
  readonly close: () => Promise<void>;
};

/** Serves the built Carrel for a library, with settings of its own; `isWatched` so that it can be asked for its turns. */
export const serveCarrel = async (
  libraryDir: string,
  settings: string,
  isWatched: boolean,
): Promise<ServedCarrel> => {
  const words = [join(root, 'out/main/browser-host.js'), '--library', libraryDir, '--no-open', '--port', '0'];
  const watch = isWatched ? ['--import', join(root, 'tests/support/turns-child.ts')] : [];
  const child = spawn(process.execPath, [...watch, ...words], {
    env: { ...process.env, CARREL_CONFIG_DIR: settings, NODE_ENV: 'production' },
    // The pictures of a made library have no files, of which it tells at length.
    stdio: ['ignore', 'pipe', isWatched ? 'ignore' : 'inherit', ...(isWatched ? (['ipc'] as const) : [])],
  });
  if (!child.stdout) throw new Error('the host says nothing');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0] ?? '';
  return {
    address,
    longestTurn: async () => {
      const answer = once(child, 'message') as Promise<[LongestTurn]>;
      child.send('turns');
      return (await answer)[0];
    },
    close: async () => {
      child.kill('SIGINT');
      await once(child, 'close');
    },
  };
};
