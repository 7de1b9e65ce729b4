import { z } from 'zod';
import { bulkTargetSchema, type BulkTarget } from '#shared/contract/bulk.ts';
import { placementIdSchema, resourceIdSchema, type PlacementId, type ResourceId } from '#shared/model/ids.ts';

/** The drag type of entries of a board. */
export const entryDragType = 'application/x-carrel-entry';
/** The drag type of resources from elsewhere, for example from a search. */
export const resourceDragType = 'application/x-carrel-resource';

/** What is dragged within the app. */
export type Dragged =
  | { readonly kind: 'entries'; readonly placementIds: readonly PlacementId[] }
  | { readonly kind: 'resources'; readonly resourceIds: readonly ResourceId[] }
  /** A great many results of a search. */
  | { readonly kind: 'found'; readonly target: BulkTarget };

const entriesSchema = z.object({ placementIds: z.array(placementIdSchema).min(1) });
const resourcesSchema = z.object({ resourceIds: z.array(resourceIdSchema).min(1) });

const foundSchema = z.object({ target: bulkTargetSchema });

const parse = <Value>(schema: z.ZodType<Value>, text: string): Value | null => {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

/** Entries or resources as drag data. */
export const draggedText = ({ kind: _kind, ...data }: Dragged): string => JSON.stringify(data);

/** Drag data back as what is dragged; null when another program used the same type for something else. */
export const parseDragged = (type: string, text: string): Dragged | null => {
  if (type === entryDragType) {
    const entries = parse(entriesSchema, text);
    return entries && { kind: 'entries', ...entries };
  }
  if (type !== resourceDragType) return null;
  const resources = parse(resourcesSchema, text);
  if (resources) return { kind: 'resources', ...resources };
  const found = parse(foundSchema, text);
  return found && { kind: 'found', ...found };
};

/** Whether a drag that comes over is one of ours: its data can be read only when it is dropped. */
export const isOurDrag = (transfer: DataTransfer): boolean =>
  transfer.types.includes(entryDragType) || transfer.types.includes(resourceDragType);

/** What was dropped; null when it is none of ours. */
export const readDragged = (transfer: DataTransfer): Dragged | null => {
  const type = [entryDragType, resourceDragType].find((each) => transfer.types.includes(each));
  return type === undefined ? null : parseDragged(type, transfer.getData(type));
};
