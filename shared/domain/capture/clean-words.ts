import { cutText } from '../cut-text.ts';

/** Characters that are not seen but change how text is read: controls, and those that turn its direction. */
const unseen = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;

/** Words from elsewhere on one line: without unseen characters, spaces joined, cut to so many characters. */
export const cleanWords = (text: string, most: number): string =>
  cutText(
    text
      .slice(0, most * 20)
      .replaceAll(unseen, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    most,
  );
