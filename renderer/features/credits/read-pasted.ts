import { parsePastedCredit, type PastedCredit } from '#shared/domain/credits/parse-pasted-credit.ts';

/** What was pasted: the words to be seen, and the formatted text where the clipboard has it, with its links. */
export type Pasted = { readonly text: string; readonly html: string };

/** Reads a paste; formatted text that leads nowhere says no more than its words. */
export const toPasted = (data: DataTransfer | null): Pasted => {
  const html = data?.getData('text/html') ?? '';
  return { text: data?.getData('text/plain') ?? '', html: /<a\s/i.test(html) ? html : '' };
};

/** Takes a paste apart, by its links where it has any: a page's credit often names its addresses only there. */
export const readPasted = ({ text, html }: Pasted): PastedCredit | null =>
  (html === '' ? null : parsePastedCredit(html)) ?? parsePastedCredit(text);

/** Whether a paste is a whole credit and not merely the name or address of a license. */
export const isWholeCredit = (pasted: Pasted): boolean =>
  Object.keys(readPasted(pasted)?.fields ?? {}).some((field) => field !== 'licenseId');
