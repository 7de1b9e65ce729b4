import type { ResourcePatch } from '#shared/contract/resources.ts';
import type { Resource } from '#shared/model/resource.ts';

/** A resource as shown, and how one of its fields is changed: each call is one undo step. */
export type ResourceFields = { readonly resource: Resource; readonly save: (patch: ResourcePatch) => void };
