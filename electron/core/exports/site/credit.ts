import { renderCredit, type CreditLineOptions } from '#shared/domain/credits/credit-line.ts';
import { toHtml, toText } from '#shared/domain/credits/credit-output.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { Image } from '#shared/model/image.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import { cleanText, html, trusted, type Html } from '../text/html.ts';
import { safeAddress } from './links.ts';

/** A picture in one place on a page. */
export type ShownPicture = { readonly image: Image; readonly cropped: boolean };

/** Whether the license allows a picture to be shown cropped (`mayCrop` has the clauses). */
export const mayShowCropped = ({ credit }: Image): boolean => mayCrop(licenseById(credit.licenseId)).allowed;

const line = ({ image, cropped }: ShownPicture, medium: CreditLineOptions['medium']) =>
  renderCredit(image.credit, {
    medium,
    kind: pictureNoun(image),
    alterations: cropped ? ['cropped'] : [],
  }).parts;

const asHtml = (picture: ShownPicture, medium: 'screen' | 'print'): Html =>
  trusted(
    toHtml(
      line(picture, medium).map((part) => {
        const { href, ...words } = part;
        const address = href === undefined ? null : safeAddress(href);
        const text = cleanText(part.text);
        return address === null || medium === 'print'
          ? { ...words, text }
          : { ...words, text, href: address };
      }),
    ),
  );

/** The credit of a picture as it is shown on a page, and beside it, for paper only, with every address written out. */
export const creditLine = (picture: ShownPicture): Html =>
  html`<span class="screen-only">${asHtml(picture, 'screen')}</span
    ><span class="print-only">${asHtml(picture, 'print')}</span>`;

/** The license of the curator's own texts, as a link with its address written out on paper. */
export const licenseLink = (licenseId: LicenseId): Html | null => {
  const license = licenseById(licenseId);
  if (license === null) return null;
  if (license.address === null) return html`${license.shortName}`;
  return html`<a href="${license.address}" rel="license">${license.shortName}</a
    ><span class="print-only"> (${license.address})</span>`;
};

/** What structured data says of a picture's rights: schema.org `ImageObject`, as search engines read it. */
export const creditData = (image: Image): object => {
  const { credit } = image;
  const license = licenseById(credit.licenseId);
  const creators = credit.creator.split(/\s*;\s*/).filter((name) => name !== '');
  const address = safeAddress(credit.creatorUrl);
  const where = safeAddress(credit.licensorUrl) ?? safeAddress(credit.sourceUrl);
  const creditText = cleanText(toText(line({ image, cropped: false }, 'text')));
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
