import { z } from 'zod';
import { instantSchema } from './dates.ts';
import { changeIdSchema, trashIdSchema } from './ids.ts';

const tableNameSchema = z.enum([
  'library',
  'topics',
  'resources',
  'placements',
  'resourceTypes',
  'images',
  'trash',
  'evidence',
  'rightsDecisions',
  'smartLists',
  'templates',
  'distinctions',
]);

const recordSchema = z.record(z.string(), z.json());

/**
 * One step of a change. Each holds what is needed to take it back: an edit has the value before and after of every
 * field it touches (a path such as `credit.title` reaches one level down), a deletion has the whole record.
 */
export const opSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('put'), table: tableNameSchema, id: z.string(), record: recordSchema }),
  z.strictObject({
    op: z.literal('edit'),
    table: tableNameSchema,
    id: z.string(),
    fields: z.record(z.string(), z.strictObject({ from: z.json(), to: z.json() })),
  }),
  z.strictObject({ op: z.literal('delete'), table: tableNameSchema, id: z.string(), record: recordSchema }),
]);
export type Op = z.infer<typeof opSchema>;

/**
 * What a change is called in "Undo …": a message key below `change.` and the values in it.
 * Kept as data, so that a history reads well in any language.
 */
export const changeLabelSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ChangeLabel = z.infer<typeof changeLabelSchema>;

/** One edit as the journal keeps it. */
export const changeSchema = z.strictObject({
  id: changeIdSchema,
  seq: z.int().positive(),
  at: instantSchema,
  by: z.string().max(200),
  label: changeLabelSchema,
  ops: z.array(opSchema).min(1),
  /** Set when this change takes another back (`undo`) or makes it again (`redo`). */
  reverts: z.strictObject({ kind: z.enum(['undo', 'redo']), changeId: changeIdSchema }).optional(),
  /** Set when this change was made in the background: it is no step of the history, and takes no step to redo away. */
  aside: z.literal(true).optional(),
  /** Set when this change is one step with an earlier one, provided that is still the last one made. */
  joins: changeIdSchema.optional(),
});
export type Change = z.infer<typeof changeSchema>;
/** How a change stands to the history: without any of these it is a step of its own. */
export type ChangeMarks = Pick<Change, 'reverts' | 'aside' | 'joins'>;

/** What was deleted together, and can be restored together. */
export const trashEntrySchema = z.strictObject({
  id: trashIdSchema,
  kind: z.enum(['topic', 'resource', 'image', 'section', 'evidence']),
  title: z.string(),
  /** Where it was, in words: titles from the top of the tree. */
  place: z.array(z.string()),
  deletedAt: instantSchema,
  records: z.array(z.strictObject({ table: tableNameSchema, id: z.string(), record: recordSchema })),
});
export type TrashEntry = z.infer<typeof trashEntrySchema>;
