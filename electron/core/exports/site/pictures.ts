import type { Derivative } from '../pages/derivative.ts';
import type { Image } from '#shared/model/image.ts';
import { html, type Html } from '../text/html.ts';
import type { Place } from '../pages/place.ts';

const heroWidths = [480, 800, 1200, 1600];
const cardWidths = [480, 800];
const thumbnailWidths = [240, 480];
const sharedWidth = 1200;

/** A drawing has no pixels of its own, so it is sharp at any width. */
const isDrawing = ({ mediaType }: Image): boolean => mediaType === 'image/svg+xml';

/** The widths offered: those below the picture's own, and its own if it is no larger than the largest. Never enlarged. */
const widthsFor = (image: Image, wanted: readonly number[]): readonly number[] => {
  if (isDrawing(image)) return wanted;
  const smaller = wanted.filter((width) => width < image.width);
  return smaller.length === wanted.length ? smaller : [...smaller, image.width];
};

const heightAt = ({ width, height }: Image, shown: number): number =>
  Math.max(1, Math.round((height * shown) / width));

/** The file of a derivative: named by the original's hash, so that a changed picture is a new file. */
export const derivativePath = ({ image, width, format }: Derivative): string =>
  `images/${image.id.slice(0, 12)}-${width}.${format === 'jpeg' ? 'jpg' : 'webp'}`;

const webp = (image: Image, widths: readonly number[]): readonly Derivative[] =>
  widthsFor(image, widths).map((width) => ({ image, width, format: 'webp' }));

/** One JPEG for whatever does not read WebP: link previews, structured data, old browsers. */
export const sharedDerivative = (image: Image): Derivative => ({
  image,
  width: isDrawing(image) ? sharedWidth : Math.min(sharedWidth, image.width),
  format: 'jpeg',
});

/** How a picture is shown beyond the credits page. */
export type ShownAs = { readonly hero: boolean; readonly logo: boolean };

/** All files that pages may need of a picture. */
export const derivativesOf = (image: Image, { hero, logo }: ShownAs): readonly Derivative[] => [
  ...webp(image, thumbnailWidths),
  ...(hero ? [...webp(image, cardWidths), ...webp(image, heroWidths)] : []),
  ...(logo ? logoDerivatives(image) : []),
  sharedDerivative(image),
];

const altOf = (image: Image): string => (image.decorative ? '' : image.alt);

const sourceSet = (place: Place, derivatives: readonly Derivative[]): string =>
  derivatives.map((derivative) => `${place.picture(derivative)} ${derivative.width}w`).join(', ');

const largest = (derivatives: readonly Derivative[]): number => derivatives.at(-1)?.width ?? 1;

type PlainPicture = { readonly most: number; readonly alt: string; readonly className: string };

/** A picture in one size and format that everything reads. */
const plainPicture = (place: Place, image: Image, { most, alt, className }: PlainPicture): Html => {
  const width = isDrawing(image) ? most : Math.min(most, image.width);
  const source = place.picture({ image, width, format: 'jpeg' });
  return html`<img
    class="${className}"
    src="${source}"
    width="${width}"
    height="${heightAt(image, width)}"
    alt="${alt}"
  />`;
};

/** The hero picture: loaded at once, in the size the window needs. `className` positions a crop. */
export const heroPicture = (place: Place, image: Image, className: string): Html => {
  if (place.plain) return plainPicture(place, image, { most: 1000, alt: altOf(image), className });
  const derivatives = webp(image, heroWidths);
  const width = largest(derivatives);
  const fallback = sharedDerivative(image);
  return html`<picture>
    <source
      type="image/webp"
      srcset="${sourceSet(place, derivatives)}"
      sizes="(min-width: 75rem) 24rem, (min-width: 44rem) 32vw, 100vw"
    />
    <img
      class="${className}"
      src="${place.picture(fallback)}"
      width="${width}"
      height="${heightAt(image, width)}"
      alt="${altOf(image)}"
      fetchpriority="high"
    />
  </picture>`;
};

const logoHeight = 48;

/** The widths of a logo: as shown, and for screens of twice the density. */
const logoDerivatives = (image: Image): readonly Derivative[] => {
  const shown = Math.max(1, Math.round((logoHeight * image.width) / image.height));
  return webp(image, [Math.min(shown, 400), Math.min(shown * 2, 800)]);
};

/** The institution's logo. Its name is the text alternative where the picture has none. */
export const logoPicture = (place: Place, image: Image, institution: string): Html => {
  const derivatives = logoDerivatives(image);
  const [small] = derivatives;
  const width = small?.width ?? 1;
  return html`<img
    src="${small ? place.picture(small) : ''}"
    ${place.plain ? null : html`srcset="${sourceSet(place, derivatives)}" sizes="${Math.min(width, 400)}px"`}
    width="${width}"
    height="${heightAt(image, width)}"
    alt="${image.decorative ? '' : image.alt || institution}"
  />`;
};

type Thumbnail = {
  /** Empty where the words beside it say the same; the picture's own by default. */
  readonly alt?: string;
  /** `card` for the pictures of the entrance, which are wider. */
  readonly size?: 'small' | 'card';
};

const thumbnailSizes = {
  small: { widths: thumbnailWidths, sizes: '12rem' },
  card: { widths: cardWidths, sizes: '(min-width: 48rem) 24rem, 100vw' },
} as const;

/** A small picture, fetched when it comes into view. */
export const thumbnail = (
  place: Place,
  image: Image,
  { alt = altOf(image), size = 'small' }: Thumbnail = {},
): Html => {
  if (place.plain) return plainPicture(place, image, { most: 480, alt, className: 'thumbnail' });
  const { widths, sizes } = thumbnailSizes[size];
  const derivatives = webp(image, widths);
  const width = largest(derivatives);
  const [smallest] = derivatives;
  const source = smallest ? place.picture(smallest) : '';
  return html`<img
    class="thumbnail"
    src="${source}"
    srcset="${sourceSet(place, derivatives)}"
    sizes="${sizes}"
    width="${width}"
    height="${heightAt(image, width)}"
    alt="${alt}"
    loading="lazy"
    decoding="async"
  />`;
};
