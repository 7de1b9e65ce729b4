import { z } from 'zod';
import { mutation, query } from './define.ts';

export const logCalls = {
  /** What Carrel noted for whoever looks after it, oldest first, and the file it is in. Holds nothing of the library. */
  'logs.read': query(z.strictObject({}), z.strictObject({ text: z.string(), place: z.string() })),
  'logs.remove': mutation(z.strictObject({}), z.null()),
} as const;
