import { renderCredit, type CreditLineOptions } from '#shared/domain/credits/credit-line.ts';
import { toHtml, toText } from '#shared/domain/credits/credit-output.ts';
import type { CreditPart } from '#shared/domain/credits/credit-parts.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { Image } from '#shared/model/image.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import { ownWords, type Place } from '../pages/place.ts';
import type { PageWords } from '../pages/page-words.ts';
import { cleanText, html, trusted, type Html } from '../text/html.ts';
import { safeAddress } from './links.ts';

/** A picture in one place on a page. */
export type ShownPicture = { readonly image: Image; readonly cropped: boolean };

/** Whether the license allows a picture to be shown cropped (`mayCrop` has the clauses). */
export const mayShowCropped = ({ credit }: Image): boolean => mayCrop(licenseById(credit.licenseId)).allowed;

/** The credit line of a picture in pieces, in the words of a language. */
export const creditParts = (
  { image, cropped }: ShownPicture,
  medium: CreditLineOptions['medium'],
  words: PageWords,
): readonly CreditPart[] =>
  renderCredit(image.credit, {
    medium,
    kind: pictureNoun(image),
    alterations: cropped ? ['cropped'] : [],
    words: words.credit,
  }).parts.map((part) => ({ ...part, text: cleanText(part.text) }));

/** The credit of a picture in one medium: with links on screen, with every address written out in print. */
export const creditHtml = (picture: ShownPicture, medium: 'screen' | 'print', words: PageWords): Html =>
  trusted(
    toHtml(
      creditParts(picture, medium, words).map((part) => {
        const { href, ...rest } = part;
        const address = href === undefined ? null : safeAddress(href);
        return address === null || medium === 'print' ? rest : { ...rest, href: address };
      }),
    ),
  );

/** The credit of a picture as it is shown on a page, and beside it, for paper only, with every address written out. */
export const creditLine = (picture: ShownPicture, place: Place): Html => {
  const own = ownWords(place);
  return html`<span class="screen-only" ${own}>${creditHtml(picture, 'screen', place.words)}</span
    ><span class="print-only" ${own}>${creditHtml(picture, 'print', place.words)}</span>`;
};

/** The license of the curator's own texts, as a link with its address written out on paper. */
export const licenseLink = (licenseId: LicenseId, medium: 'page' | 'screen' = 'page'): Html | null => {
  const license = licenseById(licenseId);
  if (license === null) return null;
  if (license.address === null) return html`${license.shortName}`;
  if (medium === 'screen') return html`<a href="${license.address}" rel="license">${license.shortName}</a>`;
  return html`<a href="${license.address}" rel="license">${license.shortName}</a
    ><span class="print-only"> (${license.address})</span>`;
};

/** What structured data says of a picture's rights: schema.org `ImageObject`, as search engines read it. */
export const creditData = (image: Image, words: PageWords): object => {
  const { credit } = image;
  const license = licenseById(credit.licenseId);
  const creators = credit.creator.split(/\s*;\s*/).filter((name) => name !== '');
  const address = safeAddress(credit.creatorUrl);
  const where = safeAddress(credit.licensorUrl) ?? safeAddress(credit.sourceUrl);
  const creditText = toText(creditParts({ image, cropped: false }, 'text', words));
  const [first] = creators;
  return {
    ...(license?.address && { license: license.address }),
    ...(creditText !== '' && { creditText }),
    ...(first !== undefined && {
      creator: {
        '@type': 'Person',
        name: cleanText(creators.join('; ')),
        ...(address !== null && { url: address }),
      },
    }),
    ...(credit.copyrightNotice !== '' && { copyrightNotice: cleanText(credit.copyrightNotice) }),
    ...(where !== null && { acquireLicensePage: where }),
  };
};
