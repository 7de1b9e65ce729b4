import { z } from 'zod';
import { licenseIdSchema } from '#shared/model/credit.ts';
import { honestDateSchema } from '#shared/model/dates.ts';
import { resourceTypeIdSchema } from '#shared/model/ids.ts';
import { librarySchema } from '#shared/model/library.ts';
import { markdownSchema, nameSchema, webAddressSchema } from '#shared/model/text.ts';
import { liveSortSchema, slugSchema } from '#shared/model/topic.ts';

const key = z.string().regex(/^[a-z0-9-]+$/);

const sectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('curated'), title: nameSchema, entries: z.array(key) }),
  z.strictObject({
    kind: z.literal('live'),
    title: nameSchema,
    sortBy: liveSortSchema,
    entries: z.array(key),
  }),
]);

/** What `assets/sample/sample.json` may say: records without ids, referring to each other by key. */
export const sampleSchema = z.strictObject({
  library: librarySchema.pick({ title: true, institution: true, language: true, textLicenseId: true }),
  pictures: z.array(
    z.strictObject({
      key,
      file: z.string().regex(/^[a-z0-9-]+\.jpg$/),
      width: z.int().positive(),
      height: z.int().positive(),
      alt: z.string().min(1),
      title: z.string(),
      creator: z.string(),
      licenseId: licenseIdSchema,
    }),
  ),
  resources: z.array(
    z.strictObject({
      key,
      title: nameSchema,
      url: webAddressSchema.optional(),
      typeId: resourceTypeIdSchema,
      publisher: z.string().optional(),
      modifiedOn: honestDateSchema.optional(),
      subjects: z.array(z.string()),
      summary: markdownSchema,
    }),
  ),
  topics: z.array(
    z.strictObject({
      title: nameSchema,
      slug: slugSchema,
      parent: slugSchema.nullable(),
      description: markdownSchema,
      hero: z.strictObject({ picture: key, focalPoint: z.null() }),
      sections: z.array(sectionSchema).min(1),
    }),
  ),
});
export type Sample = z.infer<typeof sampleSchema>;
