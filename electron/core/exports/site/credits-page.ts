import { creditList } from '../pages/credit-list.ts';
import { ownWords } from '../pages/place.ts';
import type { Publication } from '../publication-types.ts';
import { html } from '../text/html.ts';
import { paths } from './links.ts';
import { renderPage } from './page.ts';
import { sitePlace } from './site-place.ts';
import { creditsData } from './topic-data.ts';

/** Every picture with its full credit and where it is used. */
export const creditsPage = (publication: Publication): string => {
  const place = sitePlace(paths.credits, publication.language);
  const { say } = place.words;
  return renderPage(publication, {
    path: paths.credits,
    title: say('credits'),
    description: say('credits-lead'),
    language: publication.language,
    theme: null,
    preview: null,
    data: creditsData(publication),
    sprite: null,
    main: html`<div class="index-head" ${ownWords(place)}>
        <h1>${say('credits')}</h1>
        <p class="lead">${say(publication.images.size === 0 ? 'credits-none' : 'credits-lead')}</p>
      </div>
      ${creditList(publication, place)}`,
  });
};
