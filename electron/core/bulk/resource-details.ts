import { refusal } from '#core/refusal.ts';
import { readResource } from '#core/resources/resource-service.ts';
import { mostCompared, type BulkTarget } from '#shared/contract/bulk.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { targetIds, type TargetNeeds } from './target.ts';

/** The resources meant, whole, as few as can be looked at side by side. */
export const resourceDetails = async (
  needs: TargetNeeds,
  target: BulkTarget,
): Promise<OutputOf<'bulk.details'>> => {
  const ids = await targetIds(needs, target);
  if (ids.length > mostCompared) throw refusal('conflict', 'too-many-to-compare', { most: mostCompared });
  return ids.map((resourceId) => readResource(needs.datastore, resourceId));
};
