import type { CoreContext } from '#core/context.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import type { resourceCalls } from '#shared/contract/resources.ts';
import { findResources } from './find-service.ts';
import { removeResource } from './removal-service.ts';
import { createResource, readResource, updateResource } from './resource-service.ts';
import {
  createResourceType,
  listResourceTypes,
  removeResourceType,
  updateResourceType,
} from './resource-type-service.ts';

/** Answers the calls of `shared/contract/resources.ts`. */
export const createResourceHandlers = (
  needs: Pick<CoreContext, 'datastore' | 'clock' | 'ids'>,
): HandlersFor<keyof typeof resourceCalls> => ({
  'resources.create': (input) => createResource(needs, input),
  'resources.get': ({ resourceId }) => readResource(needs.datastore, resourceId),
  'resources.update': (input) => updateResource(needs, input).then(toNull),
  'resources.remove': (input) => removeResource(needs, input).then(toNull),
  'resources.find': (input) => findResources(needs.datastore, input),

  'resourceTypes.list': () => listResourceTypes(needs.datastore),
  'resourceTypes.create': (input) => createResourceType(needs, input),
  'resourceTypes.update': (input) => updateResourceType(needs, input).then(toNull),
  'resourceTypes.remove': (input) => removeResourceType(needs, input).then(toNull),
});

const toNull = () => null;
