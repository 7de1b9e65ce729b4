import { z } from 'zod';

/** The looks of a published page: `paper` is the warm one of the app, `slate` cool and plain, `contrast` black on white. */
export const pageThemeSchema = z.enum(['paper', 'slate', 'contrast']);
export type PageTheme = z.infer<typeof pageThemeSchema>;

/** An institution's color, sRGB as `#rrggbb` in lower case. */
export const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/);
