import { z } from 'zod';
import { librarySchema } from '../model/library.ts';
import { capabilitiesSchema } from './capabilities.ts';
import { mutation, query } from './define.ts';
import { settingsPatchSchema, settingsSchema } from './settings.ts';
import { historyStateSchema } from './views.ts';

export const sessionCalls = {
  /** What a page needs first: who it talks to, which library is open, and what happened while it opened. */
  'session.get': query(
    z.strictObject({}),
    z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'browser', 'cli', 'test']),
      capabilities: capabilitiesSchema,
      library: librarySchema,
      /** Folder of the library, for people to read. */
      place: z.string(),
      counts: z.strictObject({
        topics: z.int().nonnegative(),
        resources: z.int().nonnegative(),
        images: z.int().nonnegative(),
        trash: z.int().nonnegative(),
      }),
      history: historyStateSchema,
      /** What had to be mended while opening, as message keys below `recovery.` with values. */
      recovery: z.array(
        z.strictObject({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ),
    }),
  ),
  'library.update': mutation(z.strictObject({ patch: librarySchema.omit({ id: true }).partial() }), z.null()),
  'settings.get': query(z.strictObject({}), settingsSchema),
  'settings.update': mutation(settingsPatchSchema, settingsSchema),
} as const;
