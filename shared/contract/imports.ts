import { z } from 'zod';
import {
  importIdSchema,
  jobIdSchema,
  resourceIdSchema,
  sectionIdSchema,
  topicIdSchema,
  uploadIdSchema,
} from '../model/ids.ts';
import { interfaceLanguages } from '../domain/interface-language.ts';
import { nameSchema } from '../model/text.ts';
import { columnMeaningSchema } from './column-meaning.ts';
import { mutation, query } from './define.ts';

/** What Carrel brings in. Each has a name for people: the message `import-format.<id>`. */
export const importFormatSchema = z.enum([
  'csv',
  'xlsx',
  'ods',
  'bookmarks-html',
  'firefox-json',
  'pocket-html',
  'omnivore',
  'pinboard-json',
  'ris',
  'bibtex',
  'csl-json',
  'zotero-rdf',
  'rss',
  'atom',
  'json-feed',
  'opml',
  'markdown',
  'links',
  'html-page',
  'libguides-json',
  'libguides-xml',
  'omeka-s',
  'iiif',
  'ro-crate',
  'bagit',
  'carrel-json',
  'carrel-json-ld',
]);
export type ImportFormat = z.infer<typeof importFormatSchema>;

const count = z.int().nonnegative();
const values = z.record(z.string(), z.union([z.string(), z.number()]));

/** What there is to say of one record. */
export const importRemarkSchema = z.strictObject({
  /** From 1, as the file counts: rows of a spreadsheet, lines above the column names and blank ones counted. */
  row: count,
  title: z.string(),
  /** A message key below `import-report.`, and the values in it. */
  reason: z.string(),
  values,
  /** The same in English, for the command line. */
  message: z.string(),
});
export type ImportRemark = z.infer<typeof importRemarkSchema>;

const questionSchema = z.strictObject({
  id: z.string(),
  /** A message key below `import-question.`. */
  ask: z.string(),
  values,
  /** Message keys below `import-answer.`, unless `values` holds an answer's words. */
  answers: z.array(z.string()),
  answer: z.string(),
});
export type ImportQuestion = z.infer<typeof questionSchema>;

const columnSchema = z.strictObject({
  name: z.string(),
  field: columnMeaningSchema,
  samples: z.array(z.string()),
  filled: count,
});

const sourceSchema = z.strictObject({
  fileName: z.string(),
  format: importFormatSchema,
  title: z.string().nullable(),
  /** Particulars by name: `encoding`, `delimiter`, `version` … */
  about: z.record(z.string(), z.string()),
  questions: z.array(questionSchema),
  /** Empty for what is no table. */
  columns: z.array(columnSchema),
  /** The row that names the columns, from 1; 0: none does; null: no table. */
  headerRow: count.nullable(),
  records: count,
});
export type ImportedSource = z.infer<typeof sourceSchema>;

/** What was understood of the files: `result` of the jobs of `imports.read` and `imports.adjust`. */
export const importPreviewSchema = z.strictObject({
  importId: importIdSchema,
  sources: z.array(sourceSchema),
  /** Files that came along and are no source: pictures, and what nothing was made of. */
  beside: z.array(z.string()),
  /** Whether any record says in which folder or section it stands. */
  hasFolders: z.boolean(),
  records: count,
  refused: count,
  notes: count,
  duplicates: count,
  pictures: count,
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** Where the records go. `tree`: the folders become topics at the top of the library. */
export const importTargetSchema = z.strictObject({
  into: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('new'), title: nameSchema }),
    z.strictObject({
      kind: z.literal('topic'),
      topicId: topicIdSchema,
      /** Null: the topic's first curated section, or a new one. */
      sectionId: sectionIdSchema.nullable(),
    }),
    z.strictObject({ kind: z.literal('tree') }),
  ]),
  /** What becomes of folders: topics below it, sections in it, or nothing. */
  folders: z.enum(['topics', 'sections', 'flat']),
  /** Records that the library has: leave them out, show the one that is here in the new place too, or add them anyway. */
  duplicates: z.enum(['skip', 'show', 'add']),
});
export type ImportTarget = z.infer<typeof importTargetSchema>;

/** What will be made where. */
export const importPlanSchema = z.strictObject({
  topics: z.array(
    z.strictObject({
      title: z.string(),
      /** 0 at the top of what is shown. */
      depth: count,
      isNew: z.boolean(),
      sections: z.array(z.strictObject({ title: z.string(), isNew: z.boolean(), records: count })),
    }),
  ),
  added: count,
  shown: count,
  skipped: count,
  pictures: count,
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

const previewRowSchema = z.strictObject({
  row: count,
  title: z.string(),
  url: z.string().nullable(),
  typeId: z.string(),
  date: z.string().nullable(),
  place: z.array(z.string()),
  hasPicture: z.boolean(),
});

const duplicateSchema = z.strictObject({
  row: count,
  title: z.string(),
  /** What is the same: the address, an identifier, or both records stand in these files. */
  by: z.enum(['address', 'identifier', 'within']),
  /** The one in the library; null: another record of this import. */
  resourceId: resourceIdSchema.nullable(),
  present: z.string(),
  topicTitles: z.array(z.string()),
});

const page = <Item extends z.ZodType>(item: Item) => z.strictObject({ total: count, items: z.array(item) });
const pageOf = z.strictObject({
  importId: importIdSchema,
  offset: count,
  limit: z.int().min(1).max(200),
});

/** What became of it: `result` of the job of `imports.commit`. */
export const importReportSchema = z.strictObject({
  importId: importIdSchema,
  /** The topic to open; null when nothing was made. */
  topicId: topicIdSchema.nullable(),
  topicTitle: z.string(),
  taken: count,
  /** Resources that were here and now stand in the new place too. */
  shown: count,
  /** Duplicates left out. */
  skipped: count,
  topicsMade: count,
  pictures: count,
  /** The first thousand; `refusedCount` counts all. */
  refused: z.array(importRemarkSchema),
  refusedCount: count,
  /** Records that came in, but not whole: what could not be read and was kept as text, for example a date. The first thousand. */
  notes: z.array(importRemarkSchema),
  notesCount: count,
  sources: z.array(
    z.strictObject({
      fileName: z.string(),
      format: importFormatSchema,
      about: z.record(z.string(), z.string()),
      /** Which column became which field. */
      columns: z.array(z.strictObject({ column: z.string(), field: z.string() })),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** What the curator decides about one source; what is not named stays as it was. */
const choicesSchema = z.strictObject({
  /** Which of the preview's sources. */
  source: count,
  answers: z.record(z.string().max(300), z.string().max(60)).optional(),
  columns: z.record(z.string().max(200), columnMeaningSchema).optional(),
  headerRow: count.nullable().optional(),
});

/** So many files come in at once, pictures among them. */
export const mostImportFiles = 2_000;

const started = z.strictObject({ importId: importIdSchema, jobId: jobIdSchema });

/** Bringing in: read, look, adjust, then commit or discard. Nothing is written before `imports.commit`. */
export const importCalls = {
  /** Reads files that were uploaded, by their content. The job's result is a preview, kept in the core until discarded. */
  'imports.read': mutation(
    z.strictObject({
      files: z
        .array(
          z.strictObject({
            uploadId: uploadIdSchema,
            /** With the folders it came in, parted by `/`, if it came in some. */
            fileName: z.string().min(1).max(1_000),
          }),
        )
        .min(1)
        .max(mostImportFiles),
    }),
    started,
  ),
  /** Reads the same files again with what the curator decided; a new preview under the same id. */
  'imports.adjust': mutation(
    z.strictObject({ importId: importIdSchema, choices: z.array(choicesSchema).max(100) }),
    started,
  ),
  /** What would be made where. `conflict` with a reason when it cannot be made so. */
  'imports.plan': query(
    z.strictObject({ importId: importIdSchema, target: importTargetSchema }),
    importPlanSchema,
  ),
  'imports.rows': query(pageOf, page(previewRowSchema)),
  /** Records that cannot be taken, then those that will come in with a note. */
  'imports.problems': query(
    pageOf,
    page(z.strictObject({ isRefused: z.boolean(), ...importRemarkSchema.shape })),
  ),
  'imports.duplicates': query(pageOf, page(duplicateSchema)),
  /** Makes one undoable change of it. The job's result is a report; cancelled, it leaves nothing. */
  'imports.commit': mutation(
    z.strictObject({ importId: importIdSchema, target: importTargetSchema }),
    started,
  ),
  /** The report of an import that was made, to be saved, in a language of the interface. */
  'imports.report': query(
    z.strictObject({
      importId: importIdSchema,
      format: z.enum(['html', 'csv', 'text']),
      language: z.enum(interfaceLanguages),
    }),
    z.strictObject({ fileName: z.string(), mediaType: z.string(), text: z.string() }),
  ),
  'imports.discard': mutation(z.strictObject({ importId: importIdSchema }), z.null()),
} as const;
