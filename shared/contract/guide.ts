import { z } from 'zod';
import { query } from './define.ts';

/** A page of the user guide: the name of its file without the ending. `contents` is the page the guide opens with. */
export const guidePageNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);

const headingSchema = z.strictObject({
  /** Of the element in the page, for links within it. */
  id: z.string(),
  text: z.string(),
  level: z.int().min(1).max(6),
});

export const guideCalls = {
  /**
   * A page of the guide that ships with the app. Its HTML holds nothing but text, headings, lists, tables, links and
   * pictures of this program; a link to another page of the guide is `#guide:<page>`. `not-found` when there is no such page.
   */
  'guide.page': query(
    z.strictObject({ page: guidePageNameSchema }),
    z.strictObject({
      page: guidePageNameSchema,
      title: z.string(),
      html: z.string(),
      headings: z.array(headingSchema),
      /** Every page there is, in the order of the contents. */
      pages: z.array(z.strictObject({ page: guidePageNameSchema, title: z.string() })),
    }),
  ),
} as const;
