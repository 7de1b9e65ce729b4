import type { Place } from '../pages/place.ts';
import type { PublishedHero, PublishedImage } from '../publication-types.ts';
import { html, type Html } from '../text/html.ts';
import { creditLine } from './credit.ts';
import { heroPicture } from './pictures.ts';

type Point = NonNullable<PublishedHero['focalPoint']>;

/** The class that puts a crop where the eye should rest. A class, since the pages allow no inline style. */
export const focalClass = ({ x, y }: Point): string => `at-${Math.round(x * 100)}-${Math.round(y * 100)}`;

/** The rule behind `focalClass`. */
export const focalRule = (point: Point): string =>
  `.${focalClass(point)}{object-position:${Math.round(point.x * 100)}% ${Math.round(point.y * 100)}%}`;

/** The picture that heads a topic: whole, or cropped around its focal point, with its credit right below. */
export const heroHtml = (place: Place, hero: PublishedHero, published: PublishedImage): Html => {
  const { image, focalPoint } = hero;
  const className = focalPoint === null ? 'whole' : `cropped ${focalClass(focalPoint)}`;
  return html`<figure class="hero">
    ${heroPicture(place, image, className)}
    <figcaption class="credit">
      ${creditLine({ ...published, cropped: focalPoint !== null }, place)}
    </figcaption>
  </figure>`;
};
