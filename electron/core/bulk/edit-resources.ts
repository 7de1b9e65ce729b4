import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { editOps } from '#core/datastore/ops.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import { refusal } from '#core/refusal.ts';
import { isResourceType } from '#core/resources/resource-service.ts';
import type { BulkEdit, BulkReport, BulkTarget } from '#shared/contract/bulk.ts';
import { foldText } from '#shared/domain/fold.ts';
import type { Op } from '#shared/model/change.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Resource } from '#shared/model/resource.ts';
import { commitPrepared } from './commit-prepared.ts';
import { inSlices } from './in-slices.ts';
import type { BulkNeeds } from './run-bulk.ts';
import { targetResources } from './target.ts';

/** The subjects after the edit: those to go are gone, new ones follow, none stands there twice. */
export const editedSubjects = (
  subjects: readonly string[],
  { addSubjects = [], removeSubjects = [] }: Pick<BulkEdit, 'addSubjects' | 'removeSubjects'>,
): string[] => {
  const gone = new Set(removeSubjects.map(foldText));
  const kept = subjects.filter((subject) => !gone.has(foldText(subject)));
  const there = new Set(kept.map(foldText));
  const added = addSubjects.filter((subject) => {
    const folded = foldText(subject);
    if (there.has(folded)) return false;
    there.add(folded);
    return true;
  });
  return [...kept, ...added];
};

const editedOps = (resource: Resource, edit: BulkEdit, updatedAt: Instant): Op[] => {
  const { addSubjects, removeSubjects, ...fields } = edit;
  const subjects =
    addSubjects || removeSubjects
      ? { subjects: editedSubjects(resource.subjects, { addSubjects, removeSubjects }).slice(0, 500) }
      : {};
  const patch = { ...fields, ...subjects };
  return editOps('resources', resource, patch).length === 0
    ? []
    : editOps('resources', resource, { ...patch, updatedAt });
};

const checkType = (reader: Reader, { typeId }: BulkEdit): void => {
  if (typeId !== undefined && !isResourceType(reader, typeId)) throw refusal('not-found', 'no-such-type');
};

/** Sets the same on many resources, as one change. */
export const editResources = async (
  needs: BulkNeeds,
  { target, edit }: { readonly target: BulkTarget; readonly edit: BulkEdit },
  handle: JobHandle,
): Promise<BulkReport> => {
  const { datastore, clock } = needs;
  checkType(datastore, edit);
  const updatedAt = clock.now();
  const resources = await targetResources(needs, target);
  const prepared = new Map<Resource, readonly Op[]>();
  await inSlices(resources, handle, (resource) => {
    const ops = editedOps(resource, edit, updatedAt);
    if (ops.length > 0) prepared.set(resource, ops);
  });
  const changed = await commitPrepared(datastore, {
    label: changeLabel('bulk.edit', { count: prepared.size }),
    prepared,
    check: (reader) => checkType(reader, edit),
    again: (resource) => editedOps(resource, edit, updatedAt),
  });
  return { changed, unchanged: resources.length - changed };
};
