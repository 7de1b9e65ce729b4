import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import { refusal } from '#core/refusal.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { foldText } from '#shared/domain/fold.ts';
import { resourceTypeIdSchema, type ResourceTypeId } from '#shared/model/ids.ts';
import type { ResourceType } from '#shared/model/resource.ts';
import { isResourceType } from './resource-service.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;

/** The library's own types, by name. The built-in ones are the same in every library and not listed. */
export const listResourceTypes = (reader: Reader): ResourceType[] =>
  Object.values(reader.tables.resourceTypes).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

const refuseSameName = (reader: Reader, name: string, butId: string | null): void => {
  const same = Object.values(reader.tables.resourceTypes).some(
    (type) => type.id !== butId && foldText(type.name) === foldText(name),
  );
  if (same) throw refusal('conflict', 'type-name-taken', { name });
};

/** Adds a type. `conflict` with reason `type-name-taken` when the library has one of that name. */
export const createResourceType = async (
  { datastore, ids }: Needs,
  { name, icon }: ParsedInputOf<'resourceTypes.create'>,
): Promise<{ typeId: ResourceTypeId }> => {
  const typeId = resourceTypeIdSchema.parse(ids.next());
  await datastore.commit(changeLabel('type.create', { name }), (reader) => {
    refuseSameName(reader, name, null);
    return [putOp('resourceTypes', { id: typeId, name, icon })];
  });
  return { typeId };
};

/** Renames one of the library's own types or gives it another icon. */
export const updateResourceType = async (
  { datastore }: Needs,
  { typeId, patch }: ParsedInputOf<'resourceTypes.update'>,
): Promise<void> => {
  const { name } = datastore.require('resourceTypes', typeId);
  await datastore.commit(changeLabel('type.update', { name: patch.name ?? name }), (reader) => {
    if (patch.name !== undefined) refuseSameName(reader, patch.name, typeId);
    return editOps('resourceTypes', reader.require('resourceTypes', typeId), patch as Partial<ResourceType>);
  });
};

/** Deletes one of the library's own types; its resources become `replaceWith`. */
export const removeResourceType = async (
  { datastore, clock }: Needs,
  { typeId, replaceWith }: ParsedInputOf<'resourceTypes.remove'>,
): Promise<void> => {
  const { name } = datastore.require('resourceTypes', typeId);
  await datastore.commit(changeLabel('type.remove', { name }), (reader) => {
    const type = reader.require('resourceTypes', typeId);
    if (replaceWith === typeId || !isResourceType(reader, replaceWith))
      throw refusal('not-found', 'no-such-type');
    const updatedAt = clock.now();
    const edits = Object.values(reader.tables.resources)
      .filter((resource) => resource.typeId === typeId)
      .flatMap((resource) => editOps('resources', resource, { typeId: replaceWith, updatedAt }));
    return [...edits, deleteOp('resourceTypes', type)];
  });
};
