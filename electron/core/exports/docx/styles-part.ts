import { directionOf } from '../text/direction.ts';
import { escapeText } from '../text/html.ts';
import type { StyleId } from './blocks.ts';
import { declaration, vocabulary } from './names.ts';

type Style = {
  /** As Word calls it where it has it itself. */
  readonly name: string;
  readonly next?: StyleId;
  readonly paragraph?: string;
  readonly run?: string;
};

const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const bold = '<w:b/><w:bCs/>';
const italic = '<w:i/><w:iCs/>';
const gray = '<w:color w:val="404040"/>';
const mono = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Courier New"/>';
const space = (before: number, after: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`;
const line = (side: string, weight: number): string =>
  `<w:pBdr><w:${side} w:val="single" w:sz="${weight}" w:space="6" w:color="808080"/></w:pBdr>`;

const heading = (level: number, halfPoints: number): Style => ({
  name: `heading ${level}`,
  next: 'Normal',
  paragraph: `<w:keepNext/><w:keepLines/>${level === 2 ? line('bottom', 8) : ''}${space(level < 3 ? 360 : 280, level < 3 ? 120 : 60)}<w:outlineLvl w:val="${level - 1}"/>`,
  run: `${bold}${size(halfPoints)}`,
});

const paragraphStyles: Readonly<Record<Exclude<StyleId, 'Normal'>, Style>> = {
  Title: {
    name: 'Title',
    next: 'Normal',
    paragraph: `<w:keepNext/>${space(0, 120)}`,
    run: `${bold}${size(52)}`,
  },
  Subtitle: { name: 'Subtitle', next: 'Normal', paragraph: space(0, 240), run: `${gray}${size(26)}` },
  Heading1: heading(1, 36),
  Heading2: heading(2, 30),
  Heading3: heading(3, 25),
  Heading4: heading(4, 23),
  Heading5: heading(5, 22),
  Heading6: heading(6, 22),
  ContentsTitle: {
    name: 'TOC Heading',
    next: 'Normal',
    paragraph: `<w:keepNext/>${space(240, 120)}`,
    run: `${bold}${size(28)}`,
  },
  ListParagraph: { name: 'List Paragraph', paragraph: space(0, 60) },
  Quote: {
    name: 'Quote',
    paragraph: `${line('left', 18)}${space(60, 60)}<w:ind w:left="360"/>`,
    run: italic,
  },
  QuoteSource: {
    name: 'Quote Source',
    next: 'Normal',
    paragraph: `${space(0, 160)}<w:ind w:left="360"/>`,
    run: size(20),
  },
  Caption: { name: 'caption', next: 'Normal', paragraph: space(40, 200), run: `${gray}${size(18)}` },
  Picture: { name: 'Picture', next: 'Caption', paragraph: `<w:keepNext/>${space(120, 60)}` },
  Facts: { name: 'Facts', next: 'Normal', paragraph: space(0, 80), run: `${gray}${size(20)}` },
  Code: {
    name: 'Code',
    paragraph: `${space(80, 120)}<w:ind w:left="240"/>`,
    run: `${mono}${size(20)}`,
  },
  Rule: { name: 'Rule', next: 'Normal', paragraph: `${line('bottom', 6)}${space(0, 160)}` },
};

const paragraphStyle = ([id, style]: readonly [string, Style]): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${/^(?:QuoteSource|Picture|Facts|Code|Rule)$/.test(id) ? ' w:customStyle="1"' : ''}><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/>${style.next ? `<w:next w:val="${style.next}"/>` : ''}<w:qFormat/>${style.paragraph ? `<w:pPr>${style.paragraph}</w:pPr>` : ''}${style.run ? `<w:rPr>${style.run}</w:rPr>` : ''}</w:style>`;

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`;
const tableBorders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');

const otherStyles = [
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F9C"/><w:u w:val="single"/></w:rPr></w:style>',
  `<w:style w:type="character" w:customStyle="1" w:styleId="CodeText"><w:name w:val="Code Text"/><w:rPr>${mono}</w:rPr></w:style>`,
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${tableBorders}</w:tblBorders></w:tblPr></w:style>`,
].join('');

/** The styles of a text document, in a language. */
export const stylesPart = (given: string): string => {
  const language = escapeText(given);
  const direction = directionOf(given) === 'rtl' ? '<w:bidi/>' : '';
  return `${declaration}<w:styles xmlns:w="${vocabulary.word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>${size(22)}<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${direction}</w:pPr></w:style>${Object.entries(paragraphStyles).map(paragraphStyle).join('')}${otherStyles}</w:styles>`;
};
