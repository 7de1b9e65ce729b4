import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { Datastore, Reader } from '../datastore/datastore.ts';
import { bulkCreditOps } from './image-records.ts';

/** Sets the same fields of many credits, in one change. Throws `not-found`, changing none, when a picture is gone. */
export const editCredits = async (
  datastore: Datastore,
  { imageIds, patch, onlyEmpty }: ParsedInputOf<'rights.editCredits'>,
): Promise<OutputOf<'rights.editCredits'>> => {
  let changed = 0;
  const plan = (reader: Reader) =>
    [...new Set(imageIds)].flatMap((id) => bulkCreditOps(reader.require('images', id), patch, onlyEmpty));
  // The number is part of the change's name, so it is counted before the change is made; within it, it is the truth.
  const label = { key: 'image.credits', values: { count: plan(datastore).length } };
  await datastore.commit(label, (reader) => {
    const ops = plan(reader);
    changed = ops.length;
    return ops;
  });
  return { changed };
};
