import type { JobHandle } from '#core/jobs/jobs.ts';
import type { BulkOutcome, BulkReport, BulkTarget, bulkCalls } from '#shared/contract/bulk.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import { alreadyIn } from './already-in.ts';
import { editResources } from './edit-resources.ts';
import { editTopics } from './edit-topics.ts';
import { copyMany, moveMany, showMany, takeOutMany } from './place-many.ts';
import { removeResources } from './remove-resources.ts';
import { previewReplace, replaceInResources } from './replace-in-resources.ts';
import { resourceDetails } from './resource-details.ts';
import { runBulk, type BulkNeeds } from './run-bulk.ts';
import { summarize } from './summarize.ts';
import { targetSize } from './target.ts';

/** Answers the calls of `shared/contract/bulk.ts`. */
export const createBulkHandlers = (needs: BulkNeeds): HandlersFor<keyof typeof bulkCalls> => {
  const onTarget = async (
    target: BulkTarget,
    work: (handle: JobHandle) => Promise<BulkReport>,
  ): Promise<BulkOutcome> => runBulk(needs, await targetSize(needs, target), work);
  return {
    'bulk.move': (input) =>
      runBulk(needs, input.placementIds.length, (handle) => moveMany(needs, input, handle)),
    'bulk.show': (input) => onTarget(input.target, (handle) => showMany(needs, input, handle)),
    'bulk.copy': (input) => onTarget(input.target, (handle) => copyMany(needs, input, handle)),
    'bulk.takeOut': (input) =>
      runBulk(needs, input.placementIds.length, (handle) => takeOutMany(needs, input, handle)),
    'bulk.remove': (input) => onTarget(input.target, (handle) => removeResources(needs, input, handle)),
    'bulk.edit': (input) => onTarget(input.target, (handle) => editResources(needs, input, handle)),
    'bulk.previewReplace': (input) => previewReplace(needs, input),
    'bulk.replace': (input) => onTarget(input.target, (handle) => replaceInResources(needs, input, handle)),
    'bulk.editTopics': (input) =>
      runBulk(needs, input.topicIds.length, (handle) => editTopics(needs, input, handle)),
    'bulk.details': ({ target }) => resourceDetails(needs, target),
    'bulk.alreadyIn': ({ target }) => alreadyIn(needs, target),
    'bulk.summary': ({ target }) => summarize(needs, target),
  };
};
