import type { CreditPart } from './credit-parts.ts';

const htmlSpecial: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => htmlSpecial[sign] ?? sign);

const isWebAddress = (href: string): boolean => /^https?:\/\/[^\s/]/i.test(href);

/** The words only. */
export const toText = (parts: readonly CreditPart[]): string => parts.map((part) => part.text).join('');

/** Inline HTML: everything escaped, links only to http and https, `rel="license"` on the license's own link. */
export const toHtml = (parts: readonly CreditPart[]): string =>
  parts
    .map(({ text, href, rel }) => {
      if (href === undefined || !isWebAddress(href)) return escapeHtml(text);
      const relation = rel === undefined ? '' : ` rel="${rel}"`;
      return `<a href="${escapeHtml(href)}"${relation}>${escapeHtml(text)}</a>`;
    })
    .join('');

const escapeMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]<>#|~&!]/g, (sign) => `\\${sign}`);

const inMarkdownLink = (href: string): string =>
  href.replaceAll(
    /[\s()<>\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** CommonMark, safe to paste into running text. An address that is written out becomes an automatic link. */
export const toMarkdown = (parts: readonly CreditPart[]): string =>
  parts
    .map(({ text, href }) => {
      if (href === undefined || !isWebAddress(href)) return escapeMarkdown(text);
      return text === href
        ? `<${inMarkdownLink(href)}>`
        : `[${escapeMarkdown(text)}](${inMarkdownLink(href)})`;
    })
    .join('');
