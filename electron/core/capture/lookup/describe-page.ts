import { cleanWords } from '#shared/domain/capture/clean-words.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { honestDateSchema, type HonestDate } from '#shared/model/dates.ts';
import { languageSchema, type WebAddress } from '#shared/model/text.ts';
import type { FetchedPage } from './fetch-page.ts';
import { readLinkedData } from './linked-data.ts';
import { readPageTags } from './page-tags.ts';

/** What a page says of itself; null where it says nothing that can be relied on. */
export type PageDescription = {
  readonly title: string | null;
  readonly description: string | null;
  readonly publishedOn: HonestDate | null;
  readonly modifiedOn: HonestDate | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly picture: WebAddress | null;
};

/** A date as exact as it is written, in the ways that cannot be misread: year first. */
const toDate = (text: string): HonestDate | null => {
  const [, year, month, day] = /^\s*(\d{4})(?:[-/](\d{2})(?:[-/](\d{2})(?!\d))?)?(?!\d)/.exec(text) ?? [];
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  return honestDateSchema.safeParse(date).success ? date : null;
};

const toLanguage = (text: string): string | null => {
  const tag = text.trim().replaceAll('_', '-');
  return languageSchema.safeParse(tag).success ? tag : null;
};

const toAddress = (text: string, base: string): WebAddress | null => {
  const trimmed = text.trim();
  return trimmed !== '' && URL.canParse(trimmed, base) ? toWebAddress(new URL(trimmed, base).href) : null;
};

const words = (text: string, most: number): string | null => cleanWords(text, most) || null;

/** Reads what a page says of itself (Open Graph, Twitter cards, schema.org, Dublin Core, Highwire, plain tags), as data. */
export const describePage = ({ url, html }: FetchedPage): PageDescription => {
  const { metas, title, language, linkedData } = readPageTags(html);
  const data = readLinkedData(linkedData);
  const meta = (...names: readonly string[]): string =>
    names.map((name) => metas.get(name) ?? '').find((text) => text !== '') ?? '';
  const firstDate = (...texts: readonly string[]): HonestDate | null =>
    texts.map(toDate).find((date) => date !== null) ?? null;
  const published = ['article:published_time', 'citation_publication_date', 'dcterms.issued', 'dc.date'];
  return {
    title: words(meta('og:title', 'twitter:title', 'citation_title') || data.title || title, 500),
    description: words(
      meta('og:description', 'twitter:description', 'description', 'dc.description') || data.description,
      2_000,
    ),
    publishedOn: firstDate(...published.map((name) => meta(name)), data.published, meta('datepublished')),
    modifiedOn: firstDate(
      meta('article:modified_time', 'og:updated_time', 'dcterms.modified'),
      data.modified,
    ),
    publisher: words(meta('og:site_name', 'citation_publisher', 'dc.publisher') || data.publisher, 500),
    language: toLanguage(language || meta('og:locale', 'content-language', 'dc.language') || data.language),
    picture: toAddress(
      meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ||
        data.picture,
      url,
    ),
  };
};
