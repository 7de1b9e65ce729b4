import type { Locator } from 'playwright-core';
import { dropHere, type KeptFile } from './transfer.ts';

/** Drops a file from the desktop onto something. */
export const dropFile = (target: Locator, file: KeptFile): Promise<void> =>
  dropHere(target, { files: [file] });
