import { cleanText } from '../text/html.ts';

/** JSON to be read by people too; the control characters that other formats forbid are left out of texts. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? cleanText(part) : part), 2)}\n`;
