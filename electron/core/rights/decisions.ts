import { changeLabel } from '#core/change-label.ts';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import { rightsDecisionIdSchema } from '#shared/model/ids.ts';
import type { RightsContext } from './rights-service.ts';

/** Records that pictures may be published all the same, and why. */
export const decide = async (
  { datastore, clock, ids, by }: RightsContext,
  { imageIds, reason }: ParsedInputOf<'rights.decide'>,
): Promise<OutputOf<'rights.decide'>> => {
  const decisionId = rightsDecisionIdSchema.parse(ids.next());
  const each = [...new Set(imageIds)];
  await datastore.commit(changeLabel('rights.decide', { count: each.length }), (reader) => {
    const licenses = Object.fromEntries(
      each.map((id) => [id, reader.require('images', id).credit.licenseId] as const),
    );
    return [
      putOp('rightsDecisions', { id: decisionId, imageIds: each, licenses, reason, by, at: clock.now() }),
    ];
  });
  return { decisionId };
};

/** Takes a decision back, whole or for one of its pictures. */
export const takeBack = async (
  { datastore }: RightsContext,
  { decisionId, imageId }: ParsedInputOf<'rights.takeBack'>,
): Promise<void> => {
  await datastore.commit(changeLabel('rights.take-back'), (reader) => {
    const decision = reader.require('rightsDecisions', decisionId);
    const left = imageId === null ? [] : decision.imageIds.filter((id) => id !== imageId);
    const licenses = Object.fromEntries(left.map((id) => [id, decision.licenses[id] ?? null] as const));
    return left.length === 0
      ? [deleteOp('rightsDecisions', decision)]
      : editOps('rightsDecisions', decision, { imageIds: left, licenses });
  });
};
