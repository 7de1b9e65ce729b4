import { stat } from 'node:fs/promises';
import { CarrelError } from '#shared/contract/errors.ts';

/** Refuses a place that is no folder, before anything is made there. */
export const requireFolder = async (path: string): Promise<void> => {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return;
  throw new CarrelError('not-found', `There is no folder ${path}. Nothing was changed.`, {
    reason: 'no-library',
  });
};
