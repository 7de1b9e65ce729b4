import { z } from 'zod';
import { changeLabelSchema, trashEntrySchema } from '../model/change.ts';
import { instantSchema } from '../model/dates.ts';
import { changeIdSchema, trashIdSchema } from '../model/ids.ts';
import { mutation, query } from './define.ts';
import { historyStateSchema } from './views.ts';

/** A step of the history. `records`: how many it touched. */
const stepSchema = z.strictObject({
  changeId: changeIdSchema,
  label: changeLabelSchema,
  at: instantSchema,
  by: z.string(),
  records: z.int().positive(),
});

export const historyCalls = {
  'history.state': query(z.strictObject({}), historyStateSchema),
  /** Takes the last change back; answers what is next. `conflict` when there is none. */
  'history.undo': mutation(z.strictObject({}), historyStateSchema),
  'history.redo': mutation(z.strictObject({}), historyStateSchema),

  /** All that can be taken back, newest first, and all that can be made again, the next one first. */
  'history.list': query(
    z.strictObject({}),
    z.strictObject({ done: z.array(stepSchema), undone: z.array(stepSchema) }),
  ),
  /**
   * Undoes or redoes until the step named is the last one made; null: until nothing is left to undo. `conflict` (reason
   * `no-such-step`) when it is in neither list.
   */
  'history.goTo': mutation(z.strictObject({ changeId: changeIdSchema.nullable() }), historyStateSchema),

  /** Which of these records (`table/id`) are there: undo may have taken away what a page shows. */
  'history.present': query(
    z.strictObject({ records: z.array(z.string().max(200)).max(100) }),
    z.array(z.string()),
  ),

  /** Newest first, without the records themselves. */
  'trash.list': query(z.strictObject({}), z.array(trashEntrySchema.omit({ records: true }))),
  /** Puts everything back where it was; where its place is gone, at the nearest one left. */
  'trash.restore': mutation(z.strictObject({ trashId: trashIdSchema }), z.null()),
  /** Deletes for good; null: everything. Not undoable, so the interface asks first. */
  'trash.purge': mutation(z.strictObject({ trashId: trashIdSchema.nullable() }), z.null()),
} as const;
