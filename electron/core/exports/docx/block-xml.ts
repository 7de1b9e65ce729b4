import { writtenDirection } from '../text/direction.ts';
import { escapeText } from '../text/html.ts';
import type { Block, Look, Paragraph, Piece, Table, TextPiece } from './blocks.ts';
import { pictureXml } from './picture-xml.ts';
import type { Relations } from './relations.ts';

/** What the writing of a document's body needs to know and collects. */
export type Writing = {
  readonly relations: Relations;
  /** Room for text and pictures, in EMU (914,400 an inch). */
  readonly room: { readonly width: number; readonly height: number };
  /** Numbers for what must have one of its own within the document. */
  readonly nextId: () => number;
};

/** EMU in a twentieth of a point, the other unit of lengths. */
export const emuPerTwentieth = 635;

/** A name of at most 40 letters and digits (ECMA-376 §17.13.6.2, Word's own limit). */
const bookmarkName = (anchor: string): string => anchor.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 40);

const languageXml = (language: string): string => {
  const name = escapeText(language);
  return `<w:lang w:val="${name}" w:eastAsia="${name}" w:bidi="${name}"/>`;
};

/** Properties of a run, in the order that the schema asks for. */
const lookXml = (look: Look, isLink: boolean, rightToLeft: boolean): string => {
  const style = isLink ? 'Hyperlink' : look.code ? 'CodeText' : null;
  const parts = [
    style === null ? '' : `<w:rStyle w:val="${style}"/>`,
    look.bold ? '<w:b/><w:bCs/>' : '',
    look.italic ? '<w:i/><w:iCs/>' : '',
    look.strike ? '<w:strike/>' : '',
    rightToLeft ? '<w:rtl/>' : '',
    look.language === undefined ? '' : languageXml(look.language),
  ].join('');
  return parts === '' ? '' : `<w:rPr>${parts}</w:rPr>`;
};

const textRun = ({ text, look, href }: TextPiece, { rightToLeft }: Paragraph): string => {
  const isRightToLeft = (writtenDirection(text) ?? (rightToLeft ? 'rtl' : 'ltr')) === 'rtl';
  return `<w:r>${lookXml(look, href !== null, isRightToLeft)}<w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
};

const pieceXml = (piece: Piece, paragraph: Paragraph, writing: Writing): string => {
  if (piece.kind === 'break') return '<w:r><w:br/></w:r>';
  if (piece.kind === 'picture') {
    const relation = writing.relations.inside('image', piece.source);
    return pictureXml(piece, { relation, id: writing.nextId(), room: writing.room });
  }
  const run = textRun(piece, paragraph);
  if (piece.href === null) return run;
  if (piece.href.startsWith('#')) {
    return `<w:hyperlink w:anchor="${bookmarkName(piece.href)}" w:history="1">${run}</w:hyperlink>`;
  }
  return `<w:hyperlink r:id="${writing.relations.outside(piece.href)}" w:history="1">${run}</w:hyperlink>`;
};

const listXml = ({ list }: Paragraph): string => {
  if (list === null) return '';
  if (list.number === null) return `<w:ind w:left="${(list.level + 1) * 360}"/>`;
  return `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.number}"/></w:numPr>`;
};

/** Properties of a paragraph, in the order that the schema asks for. */
const propertiesXml = (paragraph: Paragraph): string => {
  const { style, newPage, rightToLeft, list } = paragraph;
  const place = listXml(paragraph);
  const isNumbered = list !== null && list.number !== null;
  return `<w:pPr><w:pStyle w:val="${style}"/>${newPage ? '<w:pageBreakBefore/>' : ''}${isNumbered ? place : ''}${rightToLeft ? '<w:bidi/>' : ''}${isNumbered ? '' : place}</w:pPr>`;
};

const paragraphXml = (paragraph: Paragraph, writing: Writing): string => {
  const { anchor, pieces } = paragraph;
  const content = pieces.map((piece) => pieceXml(piece, paragraph, writing)).join('');
  const properties = propertiesXml(paragraph);
  if (anchor === null) return `<w:p>${properties}${content}</w:p>`;
  const id = writing.nextId();
  return `<w:p>${properties}<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(anchor)}"/>${content}<w:bookmarkEnd w:id="${id}"/></w:p>`;
};

const tableXml = ({ rows }: Table, writing: Writing): string => {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const width = Math.floor(writing.room.width / emuPerTwentieth / columns);
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  const body = rows.map(({ isHead, cells }) => {
    const content = cells.map((paragraphs) => {
      const text = paragraphs.map((paragraph) => paragraphXml(paragraph, writing)).join('') || '<w:p/>';
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text}</w:tc>`;
    });
    return `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${content.join('')}</w:tr>`;
  });
  // Tables that touch would become one.
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>${rows[0]?.isHead ? '<w:tblLook w:val="0020" w:firstRow="1"/>' : ''}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl><w:p/>`;
};

/** Paragraphs and tables in WordprocessingML. */
export const blocksXml = (blocks: readonly Block[], writing: Writing): string =>
  blocks
    .map((block) => (block.kind === 'table' ? tableXml(block, writing) : paragraphXml(block, writing)))
    .join('');
