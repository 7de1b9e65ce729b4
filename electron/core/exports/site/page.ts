import type { LicenseId } from '#shared/model/credit.ts';
import type { Publication } from '../publication-types.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { paths, relativePath } from './links.ts';
import { pageFooter } from './page-footer.ts';
import { pageWords, wordsLanguage } from './words.ts';

/** What differs from page to page. */
export type PageParts = {
  /** Path of this page within the site. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Path of the picture for link previews, with its text alternative. */
  readonly preview: { readonly path: string; readonly alt: string } | null;
  /** License of the page's text; left out: the library's. */
  readonly textLicenseId?: LicenseId | null;
  /** schema.org data about the page. */
  readonly data: object;
  readonly sprite: Html | null;
  readonly main: Html;
};

/**
 * A value as JSON inside a `script` element. `<` is written as an escape, so that nothing in the data can end the
 * element or open a comment (HTML, "Restrictions for contents of script elements").
 */
export const jsonInScript = (value: object): Html =>
  trusted(
    JSON.stringify(value)
      .replaceAll('<', '\\u003c')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029'),
  );

/** `lang` for the pages' own words where the page itself is in another language (WCAG 3.1.2). */
export const ownWords = (pageLanguage: string): Html =>
  pageLanguage.split('-')[0] === wordsLanguage ? html`` : html`lang="${wordsLanguage}" dir="ltr"`;

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ku',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

const direction = (language: string): 'ltr' | 'rtl' => {
  const { language: base, script } = new Intl.Locale(language).maximize();
  if (script !== undefined) return /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/.test(script) ? 'rtl' : 'ltr';
  return rightToLeft.has(base) ? 'rtl' : 'ltr';
};

const head = (publication: Publication, parts: PageParts): Html => {
  const to = (path: string) => relativePath(parts.path, path);
  const fullTitle = parts.title === publication.title ? parts.title : `${parts.title} · ${publication.title}`;
  const { preview } = parts;
  return html`<meta charset="utf-8" />
    <title>${fullTitle}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="${parts.description}" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="strict-origin-when-cross-origin" />
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${parts.title}" />
    <meta property="og:description" content="${parts.description}" />
    <meta property="og:site_name" content="${publication.title}" />
    <meta property="og:locale" content="${parts.language.replace('-', '_')}" />
    ${
      preview &&
      html`<meta property="og:image" content="${to(preview.path)}" />
        <meta property="og:image:alt" content="${preview.alt}" /> `
    }<link rel="stylesheet" href="${to(paths.css)}" />
    <link rel="alternate" type="application/atom+xml" href="${to(paths.feed)}" title="${publication.title}" />
    <script type="application/ld+json">
      ${jsonInScript(parts.data)}
    </script>`;
};

/** A whole page: head, skip link, the library's name, the page itself, the foot. */
export const renderPage = (publication: Publication, parts: PageParts): string => {
  const own = ownWords(parts.language);
  const isHome = parts.path === paths.index;
  const home = relativePath(parts.path, paths.index);
  const page = html`<!doctype html>
    <html lang="${parts.language}" dir="${direction(parts.language)}">
      <head>
        ${head(publication, parts)}
      </head>
      <body>
        ${parts.sprite}
        <a class="skip" href="#main" ${own}>${pageWords('skip')}</a>
        <header class="site-head">
          ${!isHome && html`<p class="site-name"><a href="${home}" dir="auto">${publication.title}</a></p>`}
          ${publication.institution !== '' && html`<p class="institution"><bdi>${publication.institution}</bdi></p>`}
          ${!isHome && html`<nav class="site-nav" aria-label="${pageWords('site')}" ${own}><a href="${home}">${pageWords('home')}</a></nav>`}
        </header>
        <main id="main" tabindex="-1">${parts.main}</main>
        ${pageFooter(publication, parts, own)}
      </body>
    </html> `;
  return page.markup;
};
