import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '#core/datastore/atomic-write.ts';
import { lookupReasonSchema } from '#shared/contract/capture.ts';
import { resourceIdSchema } from '#shared/model/ids.ts';
import { webAddressSchema } from '#shared/model/text.ts';

const itemSchema = z.strictObject({ resourceId: resourceIdSchema, url: webAddressSchema });
const queueSchema = z.strictObject({
  format: z.literal(1),
  waiting: z.array(itemSchema),
  failed: z.array(itemSchema.extend({ reason: lookupReasonSchema })),
});

/** A page to look up: of this resource, as long as it has this address. */
export type LookupItem = z.infer<typeof itemSchema>;
export type FailedItem = z.infer<typeof queueSchema>['failed'][number];
export type KeptQueue = Pick<z.infer<typeof queueSchema>, 'waiting' | 'failed'>;

/** The queue kept in a file; an empty one when there is none or it is damaged: nothing of the library is in it. */
export const loadQueue = async (path: string): Promise<KeptQueue> => {
  try {
    return queueSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return { waiting: [], failed: [] };
  }
};

/** Keeps the queue for the next time. */
export const saveQueue = async (path: string, queue: KeptQueue): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, `${JSON.stringify({ format: 1, ...queue })}\n`);
};
