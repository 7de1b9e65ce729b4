import { CarrelError, type ErrorCode } from '#shared/contract/errors.ts';

type Refusal = { readonly code: ErrorCode; readonly message: string };

/**
 * Why a picture is not taken in: the key is the error's `reason`, so a sentence of the same content stands at
 * `error.<reason>` in the messages. `unsupported` is a file that another program must convert first, `file-format` a
 * file that is not whole.
 */
const refusals = {
  'image-heic': {
    code: 'unsupported',
    message:
      'This is a HEIC photo, which web pages cannot show. Open it in Photos or Preview and export it as JPEG; on an iPhone choose Settings > Camera > Formats > Most Compatible for new photos.',
  },
  'image-psd': {
    code: 'unsupported',
    message: 'This is a Photoshop file. Export it as PNG or JPEG from Photoshop and add that file.',
  },
  'image-raw': {
    code: 'unsupported',
    message: 'This is a camera raw file. Develop it in your photo program and export it as JPEG or TIFF.',
  },
  'image-bmp': {
    code: 'unsupported',
    message: 'This is a BMP picture. Open it in any picture program and save it as PNG.',
  },
  'image-icon': {
    code: 'unsupported',
    message: 'This is an icon file. Save the largest picture in it as PNG and add that file.',
  },
  'image-pdf': {
    code: 'unsupported',
    message: 'This is a PDF or PostScript document. Export the page you need as PNG or JPEG.',
  },
  'image-video': {
    code: 'unsupported',
    message: 'This is a video. Take a still picture from it, or link to the video as a resource.',
  },
  'image-jpeg-family': {
    code: 'unsupported',
    message:
      'This is a JPEG 2000 or JPEG XL picture, which many browsers cannot show. Save it as JPEG or PNG.',
  },
  'image-unknown': {
    code: 'unsupported',
    message: 'This file is not a picture that Carrel knows. Use JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG.',
  },
  'image-empty': { code: 'file-format', message: 'This file is empty. Download or copy it again.' },
  'image-too-many-bytes': {
    code: 'unsupported',
    message: 'This file is too large. Save the picture smaller: 4,000 pixels wide is plenty for a page.',
  },
  'image-too-many-pixels': {
    code: 'unsupported',
    message: 'This picture has too many pixels. Save it smaller: 4,000 pixels wide is plenty for a page.',
  },
  'image-too-slow': {
    code: 'unsupported',
    message: 'This picture takes too long to decode. Save it again as PNG or JPEG in a picture program.',
  },
  'image-incomplete': {
    code: 'file-format',
    message: 'This picture is incomplete: the file breaks off before its end. Download or copy it again.',
  },
  'image-damaged': {
    code: 'file-format',
    message: 'This picture is damaged and cannot be decoded. Download it again or export it anew.',
  },
  'svg-damaged': {
    code: 'file-format',
    message: 'This SVG drawing is not well-formed XML. Open it in a drawing program and export it again.',
  },
  'svg-too-complex': {
    code: 'unsupported',
    message: 'This SVG drawing is too complex to be shown safely. Export it as PNG from a drawing program.',
  },
} as const satisfies Record<string, Refusal>;

export type RefusalReason = keyof typeof refusals;

/** The error for a picture that is not taken in. `values` go into its sentence. */
export const refuse = (
  reason: RefusalReason,
  values: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): CarrelError => {
  const { code, message } = refusals[reason];
  return new CarrelError(code, message, { reason, ...values }, { cause });
};
