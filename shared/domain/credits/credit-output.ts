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

/** Letters that are written from right to left (Hebrew, Arabic and their presentation forms, other such scripts). */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A name of the other direction keeps to itself (`bdi`, HTML Standard § 4.5.25), so that commas stay where they belong. */
const isolated = (text: string): string =>
  rightToLeft.test(text) ? `<bdi>${escapeHtml(text)}</bdi>` : escapeHtml(text);

/** Inline HTML: everything escaped, links only to http and https, `rel="license"` on the license's own link. */
export const toHtml = (parts: readonly CreditPart[]): string =>
  parts
    .map(({ text, href, rel }) => {
      if (href === undefined || !isWebAddress(href)) return isolated(text);
      const relation = rel === undefined ? '' : ` rel="${rel}"`;
      return `<a href="${escapeHtml(href)}"${relation}>${isolated(text)}</a>`;
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
