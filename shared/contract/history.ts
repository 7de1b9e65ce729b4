import { z } from 'zod';
import { trashEntrySchema } from '../model/change.ts';
import { trashIdSchema } from '../model/ids.ts';
import { mutation, query } from './define.ts';
import { historyStateSchema } from './views.ts';

export const historyCalls = {
  'history.state': query(z.strictObject({}), historyStateSchema),
  /** Takes the last change back; answers what is next. `conflict` when there is none. */
  'history.undo': mutation(z.strictObject({}), historyStateSchema),
  'history.redo': mutation(z.strictObject({}), historyStateSchema),

  /** Newest first, without the records themselves. */
  'trash.list': query(z.strictObject({}), z.array(trashEntrySchema.omit({ records: true }))),
  /** Puts everything back where it was; where its place is gone, at the nearest one left. */
  'trash.restore': mutation(z.strictObject({ trashId: trashIdSchema }), z.null()),
  /** Deletes for good; null: everything. Not undoable, so the interface asks first. */
  'trash.purge': mutation(z.strictObject({ trashId: trashIdSchema.nullable() }), z.null()),
} as const;
