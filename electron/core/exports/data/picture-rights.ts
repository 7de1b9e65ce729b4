import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { toHtml, toText } from '#shared/domain/credits/credit-output.ts';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { Image } from '#shared/model/image.ts';

/** What every data format says of a picture: who is to be named how, and on which terms it may be used. */
export type PictureRights = {
  /** The full credit in words, addresses written out. */
  readonly credit: string;
  /** The same as HTML with links. */
  readonly creditHtml: string;
  readonly creator: string;
  readonly source: string | null;
  /** Short name of the license; empty when none is decided. */
  readonly license: string;
  /** The license's own address, which machines read. */
  readonly licenseAddress: string | null;
  readonly alt: string;
};

const parts = (image: Image, medium: 'print' | 'screen') =>
  renderCredit(image.credit, {
    medium,
    kind: pictureNoun(image),
    alterations: [],
  }).parts;

/** The rights of a picture as it came in. Nothing is made up: what is not known is empty. */
export const pictureRights = (image: Image): PictureRights => {
  const license = licenseById(image.credit.licenseId);
  return {
    credit: toText(parts(image, 'print')),
    creditHtml: toHtml(parts(image, 'screen')),
    creator: image.credit.creator,
    source: image.credit.sourceUrl,
    license: license?.shortName ?? '',
    licenseAddress: license?.address ?? null,
    alt: image.decorative ? '' : image.alt,
  };
};
