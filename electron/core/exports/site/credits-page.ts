import type { Publication, PublishedImage } from '../publication-types.ts';
import { html, type Html } from '../text/html.ts';
import { creditLine } from './credit.ts';
import { creditsData } from './topic-data.ts';
import { paths } from './links.ts';
import { ownWords, renderPage } from './page.ts';
import { thumbnail } from './pictures.ts';
import { pageWords } from './words.ts';

/** The place of a picture on the credits page. */
export const creditAnchor = ({ image }: PublishedImage): string => `picture-${image.id.slice(0, 12)}`;

const uses = ({ uses: all }: PublishedImage): Html =>
  html`<ul class="uses">
    ${all.map(
      ({ kind, title, topic }) =>
        html`<li>
          ${kind === 'hero' ? pageWords('used-as-hero') : pageWords('used-for', { title })}
          <a href="${paths.topic(topic.slug)}" dir="auto">${topic.title}</a>
        </li>`,
    )}
  </ul>`;

const item = (published: PublishedImage, index: number, own: Html): Html => {
  const { image } = published;
  const name = image.credit.title;
  return html`<li class="credit-item" id="${creditAnchor(published)}">
${thumbnail(paths.credits, image)}
<div>
<h2>${name === '' ? html`<span ${own}>${pageWords('untitled-picture', { number: index + 1 })}</span>` : html`<bdi>${name}</bdi>`}</h2>
<p class="credit">${creditLine(published)}</p>
<div${own}>${uses(published)}</div>
</div>
</li>
`;
};

/** Every picture with its full credit and where it is used. */
export const creditsPage = (publication: Publication): string => {
  const own = ownWords(publication.language);
  const pictures = [...publication.images.values()];
  return renderPage(publication, {
    path: paths.credits,
    title: pageWords('credits'),
    description: pageWords('credits-lead'),
    language: publication.language,
    preview: null,
    data: creditsData(publication),
    sprite: null,
    main: html`<div class="index-head" ${own}>
        <h1>${pageWords('credits')}</h1>
        <p class="lead">${pageWords(pictures.length === 0 ? 'credits-none' : 'credits-lead')}</p>
      </div>
      ${
        pictures.length > 0 &&
        html`<ul class="credit-list">
          ${pictures.map((published, index) => item(published, index, own))}
        </ul>`
      }`,
  });
};
