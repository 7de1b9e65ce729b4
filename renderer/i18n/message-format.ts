import ICU, { type IcuInstance } from 'i18next-icu';

/** What i18next calls, and the library's types leave out. */
type Parsing = { readonly parse: (message: string, ...rest: readonly unknown[]) => string };

/** What makes a message more than its own words: a place to fill, or an apostrophe, by which ICU quotes. */
const hasSyntax = /[{}']/;

/** ICU messages. Most have nothing to fill: those are said as they stand, without being parsed first. */
export const createMessageFormat = (): IcuInstance => {
  const format = new ICU() as IcuInstance & Parsing;
  const parse = format.parse.bind(format);
  return Object.assign(format, {
    parse: (message: string, ...rest: readonly unknown[]) =>
      hasSyntax.test(message) ? parse(message, ...rest) : message,
  });
};
