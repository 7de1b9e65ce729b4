import { z } from 'zod';

/** A title: one line, not blank, at most 500 characters. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\r\n]*$/);

/** Markdown (CommonMark). HTML inside it is shown as text, never run. */
export const markdownSchema = z.string().max(100_000);

/** A short optional text; null means "not known", which differs from a text that is empty on purpose. */
export const optionalLineSchema = z.string().trim().min(1).max(2_000).nullable();

/** BCP 47 language tag, such as `en`, `pt-BR` or `zh-Hant`. */
export const languageSchema = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
  .max(35);

/** A fractional index: sorts by plain string comparison, and another always fits between two (base 62). */
export const positionSchema = z.string().regex(/^[A-Za-z0-9]{1,200}$/);

/** An address a reader may be sent to. Only http and https: `javascript:`, `file:` and `data:` never become links. */
export const webAddressSchema = z
  .string()
  .max(4_000)
  .refine((text) => /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text), {
    message: 'not a web address (http:// or https://)',
  });
export type WebAddress = z.infer<typeof webAddressSchema>;
