import { z } from 'zod';
import { librarySchema } from '../model/library.ts';
import { capabilitiesSchema } from './capabilities.ts';
import { mutation, query } from './define.ts';
import { settingsPatchSchema, settingsSchema } from './settings.ts';
import { resourceTypeSchema } from '../model/resource.ts';
import { smartListSchema } from '../model/smart-list.ts';
import { boardSchema, historyStateSchema, topicNodeSchema } from './views.ts';

const sessionSchema = z.strictObject({
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
});

export const sessionCalls = {
  /** Who the page talks to, which library is open, and what happened while it opened. */
  'session.get': query(z.strictObject({}), sessionSchema),
  /**
   * All that the first screen shows, in one answer: the browser asks for it (`GET /start`) while it still fetches the
   * page's script. The board is that of the topic which was open last, or of the first one; null without topics.
   */
  'session.start': query(
    z.strictObject({}),
    z.strictObject({
      session: sessionSchema,
      settings: settingsSchema,
      tree: z.array(topicNodeSchema),
      resourceTypes: z.array(resourceTypeSchema),
      lists: z.array(smartListSchema),
      board: boardSchema.nullable(),
    }),
  ),
  'library.update': mutation(z.strictObject({ patch: librarySchema.omit({ id: true }).partial() }), z.null()),
  'settings.get': query(z.strictObject({}), settingsSchema),
  'settings.update': mutation(settingsPatchSchema, settingsSchema),
} as const;
