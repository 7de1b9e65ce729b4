import { parentPort } from 'node:worker_threads';
import { CarrelError } from '#shared/contract/errors.ts';
import { readers } from '#core/imports/readers.ts';
import { createSource } from '#core/imports/source.ts';
import { readSource } from './read-source.ts';

/** What the worker is given to do: a file to read, or the beginning of one that every reader is to look at. */
export type ReadingTask = { readonly file: string } | { readonly head: string };

const read = async (file: string): Promise<string> => {
  const { format, candidates } = await readSource(createSource('x', Buffer.from(file)));
  return `${format} ${candidates.length}`;
};

const recognise = (head: string): string => {
  const source = { ...createSource('x', Buffer.from('x')), head };
  for (const reader of readers) reader.recognise(source);
  return 'looked at';
};

const run = async (task: ReadingTask): Promise<string> => {
  try {
    return 'file' in task ? await read(task.file) : recognise(task.head);
  } catch (error) {
    const reason = error instanceof CarrelError ? error.details['reason'] : null;
    return typeof reason === 'string' ? reason : `failed: ${String(error)}`;
  }
};

const answer = async (task: ReadingTask): Promise<void> => {
  const end = await run(task);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(end);
};

parentPort?.on('message', (task: ReadingTask) => void answer(task));
