import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { findApp } from '#core/app-root.ts';
import type { Answered, Asked, IndexAnswers, IndexRequest } from './messages.ts';

/** The index in its own thread. */
export type IndexWorker = {
  /** Asks, and waits for the answer. Rejects when the thread has failed; then a new one has to be started. */
  readonly ask: <Kind extends IndexRequest['kind']>(
    request: Extract<IndexRequest, { kind: Kind }>,
  ) => Promise<IndexAnswers[Kind]>;
  readonly stop: () => Promise<void>;
  readonly hasFailed: () => boolean;
};

/** The thread's program: beside this file in the source, an entry of its own in the built app. */
const programOf = (): string => {
  const source = join(import.meta.dirname, 'search-worker.ts');
  return existsSync(source) ? source : join(findApp().root, 'out', 'main', 'search-worker.js');
};

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };

/** Starts a thread with an empty index. It does not keep the program from ending. */
export const startIndexWorker = (): IndexWorker => {
  const worker = new Worker(programOf(), { name: 'search', stdin: false });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let failure: Error | null = null;
  let isStopping = false;
  const fail = (error: Error) => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answered: Answered) => {
    const asked = waiting.get(answered.number);
    waiting.delete(answered.number);
    // The program waits for a thread that is being stopped, though an answer may still come from it.
    if (waiting.size === 0 && !isStopping) worker.unref();
    if ('error' in answered) asked?.reject(new Error(answered.error));
    else asked?.resolve(answered.answer as never);
  });
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('the search thread has ended')));
  worker.unref();
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (failure) {
          reject(failure);
          return;
        }
        const number = next;
        next += 1;
        waiting.set(number, { resolve, reject });
        worker.ref();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage({ number, request } satisfies Asked);
      }),
    stop: async () => {
      isStopping = true;
      await worker.terminate();
    },
    hasFailed: () => failure !== null,
  };
};
