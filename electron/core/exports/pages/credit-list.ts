import type { Publication, PublishedImage } from '../publication-types.ts';
import { creditLine } from '../site/credit.ts';
import { thumbnail } from '../site/pictures.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { heading, ownWords, topicLink, type Place } from './place.ts';

/** The place of a picture in a list of credits. */
export const creditAnchor = ({ image }: PublishedImage): string => `picture-${image.id.slice(0, 12)}`;

const uses = ({ uses: all }: PublishedImage, place: Place): Html =>
  html`<ul class="uses">
    ${all.map((use) =>
      use.kind === 'logo'
        ? html`<li>${place.words.say('used-as-logo')}</li>`
        : html`<li>
            ${use.kind === 'hero' ? place.words.say('used-as-hero') : place.words.say('used-for', { title: use.title })}
            ${topicLink(place, use.topic)}
          </li>`,
    )}
  </ul>`;

const item = (published: PublishedImage, index: number, place: Place): Html => {
  const own = ownWords(place);
  const name = published.image.credit.title;
  const tag = trusted(heading(place, 1));
  return html`<li class="credit-item" id="${creditAnchor(published)}">
    ${thumbnail(place, published.image)}
    <div>
      <${tag} class="credit-title">${
        name === ''
          ? html`<span ${own}>${place.words.say('untitled-picture', { number: index + 1 })}</span>`
          : html`<bdi>${name}</bdi>`
      }</${tag}>
      <p class="credit">${creditLine(published, place)}</p>
      <div ${own}>${uses(published, place)}</div>
    </div>
  </li> `;
};

/** Every picture with its full credit and where it is used; null without pictures. */
export const creditList = ({ images }: Publication, place: Place): Html | null =>
  images.size === 0
    ? null
    : html`<ul class="credit-list">
        ${[...images.values()].map((published, index) => item(published, index, place))}
      </ul>`;
