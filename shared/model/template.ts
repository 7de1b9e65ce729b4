import { z } from 'zod';
import { templateIdSchema } from './ids.ts';
import { pageThemeSchema } from './page-theme.ts';
import { languageSchema, markdownSchema, nameSchema } from './text.ts';
import { liveSortSchema } from './topic.ts';

const templateSectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('curated'), title: nameSchema, description: markdownSchema }),
  z.strictObject({
    kind: z.literal('live'),
    title: nameSchema,
    description: markdownSchema,
    sortBy: liveSortSchema,
    limit: z.int().min(1).max(10_000).nullable(),
  }),
]);

/** What new topics can begin with: sections, placeholder texts, theme. */
export const templateSchema = z.strictObject({
  id: templateIdSchema,
  title: nameSchema,
  /** The description that a new topic begins with, to be overwritten. */
  description: markdownSchema,
  sections: z.array(templateSectionSchema).min(1).max(200),
  theme: pageThemeSchema.nullable(),
  language: languageSchema.nullable(),
});
