import { markdownToText } from '#shared/domain/plain-text.ts';
import type { PublishedEntry } from '../publication-types.ts';
import { safeAddress } from '../site/links.ts';
import { html, type Html } from './html.ts';

type Summarized = Pick<PublishedEntry, 'summary' | 'quotedFrom'>;

/**
 * A summary in plain text. Somebody else's words stand in quotation marks with their source behind them, in every format,
 * so that a reader never takes them for the curator's.
 */
export const summaryText = ({ summary, quotedFrom }: Summarized): string => {
  const text = markdownToText(summary);
  if (quotedFrom === null || text.trim() === '') return text;
  const address = safeAddress(quotedFrom.url);
  const source = address === null ? quotedFrom.source : `${quotedFrom.source}, ${address}`;
  return `“${text.trim()}” (${source})`;
};

/** Our own pages have classes and styles of theirs; `plain` stands in a page of somebody else's. */
type Surroundings = 'page' | 'plain';

const sourceHtml = (
  { source, url }: NonNullable<Summarized['quotedFrom']>,
  surroundings: Surroundings,
): Html => {
  const address = safeAddress(url);
  if (address === null) return html`<bdi>${source}</bdi>`;
  const link = html`<a href="${address}" rel="noopener" dir="auto">${source}</a>`;
  return surroundings === 'plain' ? link : html`${link}<span class="print-only"> (${address})</span>`;
};

/** A summary's markup as it is, or, if it is quoted, as a quotation with its source (HTML Standard §4.4.4, §4.5.5). */
export const quotedHtml = (
  body: Html | null,
  { quotedFrom }: Summarized,
  surroundings: Surroundings = 'page',
): Html | null => {
  if (body === null || quotedFrom === null) return body;
  const address = safeAddress(quotedFrom.url);
  return html`<figure ${surroundings === 'page' && html`class="quotation"`}>
    <blockquote ${address !== null && html`cite="${address}"`}>${body}</blockquote>
    <figcaption>— <cite>${sourceHtml(quotedFrom, surroundings)}</cite></figcaption>
  </figure>`;
};

/** The same for machines: a quotation about the work, and where it was taken from (schema.org `Quotation`). */
export const quotationData = ({ quotedFrom }: Summarized, text: string): object | null => {
  if (quotedFrom === null || text === '') return null;
  const address = safeAddress(quotedFrom.url);
  return {
    '@type': 'Quotation',
    text,
    isPartOf: {
      '@type': 'CreativeWork',
      name: quotedFrom.source,
      ...(address !== null && { url: address }),
    },
  };
};
