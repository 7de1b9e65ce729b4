import { escapeText } from '../text/html.ts';
import type { PictureKind, PicturePiece } from './blocks.ts';
import { vocabulary } from './names.ts';

/** One pixel of a page in EMU, at 96 to the inch. */
const pixel = 9525;
const centimeter = 360_000;

/** The largest that a picture gets, by what it is shown as; the room of the page bounds it further. */
const largest: Readonly<Record<PictureKind, { readonly width: number; readonly height: number }>> = {
  hero: { width: 30 * centimeter, height: 10 * centimeter },
  entry: { width: 6 * centimeter, height: 6 * centimeter },
  thumbnail: { width: 4 * centimeter, height: 4 * centimeter },
  logo: { width: 5 * centimeter, height: 2 * centimeter },
};

type PicturePlace = {
  readonly relation: string;
  readonly id: number;
  readonly room: { readonly width: number; readonly height: number };
};

/** Never enlarged, and always of its own proportions. */
const sizeOf = (
  { width, height, shownAs }: PicturePiece,
  room: PicturePlace['room'],
): { readonly width: number; readonly height: number } => {
  const most = largest[shownAs];
  const share = Math.min(
    1,
    Math.min(most.width, room.width) / (width * pixel),
    Math.min(most.height, room.height) / (height * pixel),
  );
  return {
    width: Math.max(1, Math.round(width * pixel * share)),
    height: Math.max(1, Math.round(height * pixel * share)),
  };
};

const decoration = `<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="${vocabulary.decorative}" val="1"/></a:ext></a:extLst>`;

/** A picture in the line, with its text alternative or marked as decoration. */
export const pictureXml = (piece: PicturePiece, { relation, id, room }: PicturePlace): string => {
  const { width, height } = sizeOf(piece, room);
  const name = `name="Picture ${id}"`;
  const alt = escapeText(piece.alt.replaceAll(/\s+/g, ' '));
  const properties =
    alt === ''
      ? `<wp:docPr id="${id}" ${name} descr="">${decoration}</wp:docPr>`
      : `<wp:docPr id="${id}" ${name} descr="${alt}"/>`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/>${properties}<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="${vocabulary.picture}"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" ${name} descr="${alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
};
