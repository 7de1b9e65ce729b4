import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findApp } from '#core/app-root.ts';
import { ownWords } from '../pages/place.ts';
import type { Publication } from '../publication-types.ts';
import { html } from '../text/html.ts';
import { paths } from './links.ts';
import { renderPage } from './page.ts';
import { searchParts } from './search-index.ts';
import { sitePlace } from './site-place.ts';

/** The one script of a site: looks through the index and lists what it finds. */
export const searchScript = (): Uint8Array =>
  readFileSync(join(findApp().root, 'assets', 'site', 'search.js'));

/**
 * The page that searches the site, without a server and without a network; without scripts it says what to do instead,
 * and in the preview, which never runs any, where it will work.
 */
export const searchPage = (
  publication: Publication,
  withoutScripts: 'search-off' | 'search-preview' = 'search-off',
): string => {
  const place = sitePlace(paths.search, publication.language);
  const { say } = place.words;
  const own = ownWords(place);
  return renderPage(publication, {
    path: paths.search,
    title: say('search'),
    description: say('search-lead'),
    language: publication.language,
    theme: null,
    preview: null,
    data: null,
    sprite: null,
    scripts: [paths.searchIndex, ...searchParts(publication).map(({ path }) => path), paths.searchScript],
    main: html`<div class="index-head" ${own}>
        <h1>${say('search')}</h1>
        <p class="lead">${say('search-lead')}</p>
      </div>
      <noscript>
        <p ${own}>${say(withoutScripts)} <a href="${paths.tree}">${say('tree')}</a></p>
      </noscript>
      <div class="search" id="search" hidden>
        <label for="query" ${own}>${say('search-label')}</label>
        <input type="search" id="query" autocomplete="off" spellcheck="false" maxlength="200" />
        <p class="search-count" id="count" role="status" ${own}>${say('search-start')}</p>
        <ol class="found" id="found"></ol>
      </div>`,
  });
};
