import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { compareText } from '#shared/domain/ordering.ts';
import { inSlices } from './in-slices.ts';
import { targetResources, type TargetNeeds } from './target.ts';

const mostSubjects = 50;

/** How many resources a target is, and the subjects they carry. */
export const summarize = async (
  needs: TargetNeeds,
  target: BulkTarget,
): Promise<OutputOf<'bulk.summary'>> => {
  const counts = new Map<string, number>();
  const resources = await targetResources(needs, target);
  const handle = { signal: new AbortController().signal, progress: () => undefined };
  await inSlices(resources, handle, ({ subjects }) => {
    for (const subject of new Set(subjects)) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  });
  const subjects = [...counts]
    .map(([subject, count]) => ({ subject, count }))
    .toSorted((a, b) => b.count - a.count || compareText(a.subject, b.subject))
    .slice(0, mostSubjects);
  return { resources: resources.length, subjects };
};
