import { ownWords } from '../pages/place.ts';
import type { Publication } from '../publication-types.ts';
import { html } from '../text/html.ts';
import { paths } from './links.ts';
import { renderPage } from './page.ts';
import { sitePlace } from './site-place.ts';
import { branchesHtml, topicsBelow } from './topic-tree.ts';

/** Every topic in its place in the tree, with how much it holds. */
export const treePage = (publication: Publication): string => {
  const place = sitePlace(paths.tree, publication.language);
  const own = ownWords(place);
  const tree = branchesHtml(undefined, { place, below: topicsBelow(publication), counted: true });
  return renderPage(publication, {
    path: paths.tree,
    title: place.words.say('tree'),
    description: place.words.say('tree-lead'),
    language: publication.language,
    theme: null,
    preview: null,
    data: null,
    sprite: null,
    main: html`<div class="index-head" ${own}>
        <h1>${place.words.say('tree')}</h1>
        <p class="lead">${place.words.say(tree ? 'tree-lead' : 'index-empty')}</p>
      </div>
      ${tree && html`<div class="tree">${tree}</div>`}`,
  });
};
