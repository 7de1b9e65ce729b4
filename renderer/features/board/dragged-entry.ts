import { z } from 'zod';
import { placementIdSchema } from '#shared/model/ids.ts';

/** The drag type of an entry of a board. */
export const entryDragType = 'application/x-carrel-entry';

const draggedEntrySchema = z.object({ placementId: placementIdSchema });
type DraggedEntry = z.infer<typeof draggedEntrySchema>;

/** An entry as drag data. */
export const draggedEntryText = (entry: DraggedEntry): string =>
  JSON.stringify({ placementId: entry.placementId });

/** Drag data back as an entry; null when another program used the same type for something else. */
export const parseDraggedEntry = (text: string): DraggedEntry | null => {
  try {
    return draggedEntrySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};
