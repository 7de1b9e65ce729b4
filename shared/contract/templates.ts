import { z } from 'zod';
import { templateIdSchema, topicIdSchema } from '../model/ids.ts';
import { templateSchema } from '../model/template.ts';
import { nameSchema } from '../model/text.ts';
import { mutation, query } from './define.ts';

const { title, description, sections, theme, language } = templateSchema.shape;
const ok = z.null();

export const templateCalls = {
  /** The library's own templates, by title. */
  'templates.list': query(z.strictObject({}), z.array(templateSchema)),
  /** Keeps the sections, the description and the look of a topic as a template. */
  'templates.fromTopic': mutation(
    z.strictObject({ topicId: topicIdSchema, title }),
    z.strictObject({ templateId: templateIdSchema }),
  ),
  'templates.update': mutation(
    z.strictObject({
      templateId: templateIdSchema,
      patch: z.strictObject({ title, description, sections, theme, language }).partial(),
    }),
    ok,
  ),
  'templates.remove': mutation(z.strictObject({ templateId: templateIdSchema }), ok),
  /** Makes a topic, last among its siblings, that begins as a template of the library says, or one that is given. */
  'templates.use': mutation(
    z.strictObject({
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('template'), templateId: templateIdSchema }),
        z.strictObject({ kind: z.literal('given'), description, sections, theme, language }),
      ]),
      title: nameSchema,
      parentId: topicIdSchema.nullable(),
    }),
    z.strictObject({ topicId: topicIdSchema }),
  ),
  /**
   * Makes a draft with the same sections, entries, words and pictures, right after the topic. Its resources are the same
   * ones, standing in both.
   */
  'topics.duplicate': mutation(
    z.strictObject({ topicId: topicIdSchema, title: nameSchema }),
    z.strictObject({ topicId: topicIdSchema }),
  ),
} as const;
