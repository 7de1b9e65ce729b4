import { withoutOverrides } from '#shared/domain/overrides.ts';

/** Markup that is known to be well-formed and safe; anything else is escaped when it is put into a template. */
export type Html = { readonly markup: string };

type Part = Html | string | number | null | undefined | false | readonly Part[];

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 and HTML forbid in text. They reach us in imported and embedded texts. */
const forbidden = /(?![\t\n\r])\p{Cc}|[\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** What is neither forbidden nor turns letters around, in ranges wide enough for most texts. Anything else is looked at closely. */
const unusual = /[^\t\n\r -~\u00a0-\u1fff\u2010-\u2027\u3000-\ud7ff]/;

/** Text without the control characters that HTML and XML forbid, and without those that turn its letters around. */
export const cleanText = (text: string): string =>
  unusual.test(text) ? withoutOverrides(text).replaceAll(forbidden, '') : text;

/** The same without the signs that markup is made of, so that a text needs to be gone through only once. */
const unusualOrMarkup = /[^\t\n\r !#-%(-;=?-~\u00a0-\u1fff\u2010-\u2027\u3000-\ud7ff]/;

/** The text as it may stand in an element or between the quotes of an attribute, in HTML and in XML. */
export const escapeText = (text: string): string =>
  unusualOrMarkup.test(text)
    ? cleanText(text).replaceAll(/[&<>"']/g, (character) => replacements[character] ?? character)
    : text;

/** Takes markup that something else has made safe: the Markdown renderer, the credit renderer, a constant. */
export const trusted = (markup: string): Html => ({ markup });

const render = (part: Part): string => {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(render).join('');
};

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The fixed parts of a template without the indentation that they have in the source. */
const compact = (strings: TemplateStringsArray): readonly string[] => {
  const known = compacted.get(strings);
  if (known) return known;
  const texts = strings.map((text) => text.replaceAll(/\s*\n\s*/g, '\n'));
  compacted.set(strings, texts);
  return texts;
};

/**
 * A template whose values are escaped unless they are markup themselves; lists are joined, `null` and `false` are
 * nothing. So a forgotten escape shows as visible `&amp;`, never as a hole.
 */
export const html = (strings: TemplateStringsArray, ...values: readonly Part[]): Html => {
  const texts = compact(strings);
  let markup = texts[0] ?? '';
  for (let index = 1; index < texts.length; index += 1) markup += render(values[index - 1]) + texts[index];
  return { markup };
};
