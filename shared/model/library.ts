import { z } from 'zod';
import { changeSchema, trashEntrySchema } from './change.ts';
import { distinctionSchema } from './distinction.ts';
import { evidenceSchema, rightsDecisionSchema } from './evidence.ts';
import { imageIdSchema } from './ids.ts';
import { imageSchema } from './image.ts';
import { colorSchema, pageThemeSchema } from './page-theme.ts';
import { placementSchema, resourceSchema, resourceTypeSchema } from './resource.ts';
import { smartListSchema } from './smart-list.ts';
import { templateSchema } from './template.ts';
import { languageSchema, nameSchema } from './text.ts';
import { licenseIdSchema } from './credit.ts';
import { topicSchema } from './topic.ts';

/** The version of the format on disk that this program reads and writes. */
export const currentFormatVersion = 2;

/** What is true of the library as a whole. There is exactly one such record, with this fixed id. */
export const librarySchema = z.strictObject({
  id: z.literal('library'),
  title: nameSchema,
  institution: z.string().trim().max(300),
  /** The language of the pages, unless a topic says otherwise. */
  language: languageSchema,
  /** License of the curator's own text; null: nothing is said. */
  textLicenseId: licenseIdSchema.nullable(),
  /** The look of the pages, unless a topic has its own. */
  theme: pageThemeSchema,
  /** The institution's color on the pages; null: the theme's own. */
  accent: colorSchema.nullable(),
  logoImageId: imageIdSchema.nullable(),
  /** Whether publications of the library serve commercial advantage; null: nobody was asked yet. */
  commercialUse: z.boolean().nullable(),
});
export type Library = z.infer<typeof librarySchema>;

/** The tables of a library, each keyed by record id. */
export const tableSchemas = {
  library: librarySchema,
  topics: topicSchema,
  resources: resourceSchema,
  placements: placementSchema,
  resourceTypes: resourceTypeSchema,
  images: imageSchema,
  trash: trashEntrySchema,
  evidence: evidenceSchema,
  rightsDecisions: rightsDecisionSchema,
  smartLists: smartListSchema,
  templates: templateSchema,
  distinctions: distinctionSchema,
} as const;

export type TableName = keyof typeof tableSchemas;
export type RecordOf<Table extends TableName> = z.infer<(typeof tableSchemas)[Table]>;
export type Tables = { [Table in TableName]: Record<string, RecordOf<Table>> };

const table = <Schema extends z.ZodType>(schema: Schema) => z.record(z.string(), schema);

/** Everything a library holds but its pictures' bytes: what lowdb keeps in memory. */
export const libraryDataSchema = z.strictObject({
  formatVersion: z.literal(currentFormatVersion),
  /** Number of the last change contained. */
  seq: z.int().nonnegative(),
  tables: z.strictObject({
    library: table(librarySchema),
    topics: table(topicSchema),
    resources: table(resourceSchema),
    placements: table(placementSchema),
    resourceTypes: table(resourceTypeSchema),
    images: table(imageSchema),
    trash: table(trashEntrySchema),
    evidence: table(evidenceSchema),
    rightsDecisions: table(rightsDecisionSchema),
    smartLists: table(smartListSchema),
    templates: table(templateSchema),
    distinctions: table(distinctionSchema),
  }),
  /** Undo and redo, newest last, so that they survive closing the app. */
  history: z.strictObject({ done: z.array(changeSchema), undone: z.array(changeSchema) }),
});
export type LibraryData = z.infer<typeof libraryDataSchema>;
