import { z } from 'zod';
import { jobIdSchema } from '../model/ids.ts';
import { errorBodySchema } from './errors.ts';
import { historyStateSchema } from './views.ts';

/** A long piece of work as it stands. `total` null: not known yet. `result` is as the call that started it says. */
export const jobSchema = z.strictObject({
  id: jobIdSchema,
  kind: z.enum(['import', 'export', 'bulk']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  result: z.json().nullable(),
  error: errorBodySchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/** What `/events` says, one JSON object per server-sent event, its `type` also the event's name. */
export const coreEventSchema = z.discriminatedUnion('type', [
  /** First after connecting, so that a page knows whether it missed something. */
  z.strictObject({ type: z.literal('hello'), history: historyStateSchema }),
  /**
   * A change is on the disk. `touched` names each record it put, edited or deleted, as `table/id`; a table of which it
   * touched more than a thousand records is named once, as `table/*`.
   */
  z.strictObject({ type: z.literal('changed'), history: historyStateSchema, touched: z.array(z.string()) }),
  z.strictObject({ type: z.literal('job'), job: jobSchema }),
  z.strictObject({ type: z.literal('settings') }),
  /** What is looked up online has moved on: see `capture.lookups`. */
  z.strictObject({ type: z.literal('lookups') }),
  /** Another library is shown in the place of this one: a page begins anew. */
  z.strictObject({ type: z.literal('replaced') }),
]);
export type CoreEvent = z.infer<typeof coreEventSchema>;
