import { parentPort } from 'node:worker_threads';
import { createIndexThread } from './index-thread.ts';
import type { Answered, Asked } from './messages.ts';

const run = createIndexThread();

parentPort?.on('message', ({ number, request }: Asked) => {
  let answered: Answered;
  try {
    answered = { number, answer: run(request) };
  } catch (error) {
    answered = { number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answered);
});
