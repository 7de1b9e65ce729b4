import type { LicenseId } from '#shared/model/credit.ts';
import type { PageTheme } from '#shared/model/page-theme.ts';
import { ownWords, type Place } from '../pages/place.ts';
import type { Publication } from '../publication-types.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { directionOf } from '../text/direction.ts';
import { paths, relativePath } from './links.ts';
import { pageFooter } from './page-footer.ts';
import { logoPicture } from './pictures.ts';
import { sitePlace } from './site-place.ts';

/** What differs from page to page. */
export type PageParts = {
  /** Path of this page within the site. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Null: the publication's own. */
  readonly theme: PageTheme | null;
  /** Path of the picture for link previews, with its text alternative. */
  readonly preview: { readonly path: string; readonly alt: string } | null;
  /** License of the page's text; left out: the library's. */
  readonly textLicenseId?: LicenseId | null;
  /** schema.org data about the page; null where it is only a tool. */
  readonly data: object | null;
  readonly sprite: Html | null;
  readonly main: Html;
  /** Paths of scripts within the site. No page needs any but the search. */
  readonly scripts?: readonly string[];
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

/**
 * What a page may load: its own files, beside it on the disk (`file:`) or on the same server (`'self'`), and nothing else
 * from anywhere. Scripts only where the page has some.
 */
const contentPolicy = (hasScripts: boolean): string => {
  const own = (kind: string) => `${kind} 'self' file:`;
  const kinds = ['img-src', 'style-src', 'font-src', ...(hasScripts ? ['script-src'] : [])];
  return ["default-src 'none'", ...kinds.map(own), "base-uri 'none'", "form-action 'none'"].join('; ');
};

const head = (publication: Publication, parts: PageParts): Html => {
  const to = (path: string) => relativePath(parts.path, path);
  const fullTitle = parts.title === publication.title ? parts.title : `${parts.title} · ${publication.title}`;
  const { preview, scripts = [] } = parts;
  return html`<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${contentPolicy(scripts.length > 0)}" />
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
    ${scripts.map((path) => html`<script src="${to(path)}" defer></script> `)}${
      parts.data &&
      html`<script type="application/ld+json">
        ${jsonInScript(parts.data)}
      </script>`
    }`;
};

const navigation = (parts: PageParts, place: Place): Html => {
  const own = ownWords(place);
  const link = (path: string, key: 'home' | 'tree' | 'search') =>
    html`<li>
      <a href="${relativePath(parts.path, path)}" ${parts.path === path && html`aria-current="page"`}
        >${place.words.say(key)}</a
      >
    </li>`;
  return html`<nav class="site-nav" aria-label="${place.words.say('site')}" ${own}>
    <ul>
      ${link(paths.index, 'home')} ${link(paths.tree, 'tree')} ${link(paths.search, 'search')}
    </ul>
  </nav>`;
};

const masthead = (publication: Publication, parts: PageParts, place: Place): Html => {
  const { logo, institution, title } = publication;
  const home = relativePath(parts.path, paths.index);
  return html`<header class="site-head">
    ${logo && html`<p class="logo">${logoPicture(place, logo, institution)}</p>`}
    ${parts.path !== paths.index && html`<p class="site-name"><a href="${home}" dir="auto">${title}</a></p>`}
    ${institution !== '' && html`<p class="institution"><bdi>${institution}</bdi></p>`}
    ${navigation(parts, place)}
  </header>`;
};

/** A whole page: head, skip link, the library's name, the page itself, the foot. */
export const renderPage = (publication: Publication, parts: PageParts): string => {
  const place = sitePlace(parts.path, parts.language);
  const theme = parts.theme ?? publication.theme;
  const page = html`<!doctype html>
    <html lang="${parts.language}" dir="${directionOf(parts.language)}" class="theme-${theme}">
      <head>
        ${head(publication, parts)}
      </head>
      <body>
        ${parts.sprite}
        <a class="skip" href="#main" ${ownWords(place)}>${place.words.say('skip')}</a>
        ${masthead(publication, parts, place)}
        <main id="main" tabindex="-1">${parts.main}</main>
        ${pageFooter(publication, parts, place)}
      </body>
    </html> `;
  return page.markup;
};
