import { z } from 'zod';
import { licenseIdSchema } from '../model/credit.ts';
import { topicIdSchema } from '../model/ids.ts';
import { columnMeaningSchema } from './column-meaning.ts';

/** Columns that the table of resources can show. */
export const tableColumnSchema = z.enum([
  'title',
  'typeId',
  'publisher',
  'publishedOn',
  'modifiedOn',
  'addedOn',
  'checkedOn',
  'subjects',
  'creators',
  'language',
  'url',
  'topics',
]);
export type TableColumn = z.infer<typeof tableColumnSchema>;

/** What a person likes, kept per user and not per library. Every key has a default; unknown keys are refused. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** How much room a line of a list takes: of entries, results, topics, cells. */
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** Of the interface; pages have the language of their topic. */
  language: z.enum(['system', 'en', 'es']).default('system'),
  navigatorWidth: z.int().min(180).max(600).default(264),
  inspectorWidth: z.int().min(240).max(800).default(360),
  navigatorOpen: z.boolean().default(true),
  inspectorOpen: z.boolean().default(true),
  /** Whether the lists below the topics are unfolded; null: as the height of the window has it. */
  listsOpen: z.boolean().nullable().default(null),
  lastTopicId: topicIdSchema.nullable().default(null),
  recentLicenseIds: z.array(licenseIdSchema).max(8).default([]),
  /** What the curator said of the columns of a table, by a sum of its column names; the newest first. */
  importColumns: z
    .array(
      z.strictObject({
        names: z.string().max(64),
        columns: z.record(z.string().max(200), columnMeaningSchema),
      }),
    )
    .max(40)
    .default([]),
  /** Which sheet of a workbook the curator chose, by a sum of its sheets' names; the newest first. */
  importSheets: z
    .array(z.strictObject({ names: z.string().max(64), answer: z.string().max(60) }))
    .max(40)
    .default([]),
  /** In no order: columns stand as they are offered. */
  tableColumns: z
    .array(tableColumnSchema)
    .max(20)
    .default(['title', 'typeId', 'publisher', 'publishedOn', 'modifiedOn', 'subjects', 'language', 'topics']),
  /** Whether the pages of new links are looked up online. Off: nothing is ever asked of the network. */
  lookUpPages: z.boolean().default(false),
  /** First-run hints that were closed, by name. */
  dismissedHints: z.array(z.string().max(60)).max(50).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Some settings to change; the others stay. */
export const settingsPatchSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([key, schema]) => [key, schema.unwrap().optional()]),
  ) as {
    [Key in keyof typeof settingsSchema.shape]: z.ZodOptional<
      ReturnType<(typeof settingsSchema.shape)[Key]['unwrap']>
    >;
  },
);
