import type { ExportOptions } from '#shared/contract/export-formats.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import type { Derivative } from '../pages/derivative.ts';
import { withWholePictures } from '../pages/whole-pictures.ts';
import type { Publication } from '../publication-types.ts';
import { directionOf } from '../text/direction.ts';
import { blocksXml, emuPerTwentieth } from './block-xml.ts';
import { backHtml, frontHtml, isAlone, picturePath, topicsHtml } from './document-html.ts';
import {
  contentTypes,
  coreProperties,
  footer,
  numberingPart,
  packageRelations,
  settings,
} from './fixed-parts.ts';
import { declaration, vocabulary } from './names.ts';
import { readBlocks, type Reading } from './read-blocks.ts';
import { createRelations } from './relations.ts';
import { stylesPart } from './styles-part.ts';

/** Sizes of paper and margins in twentieths of a point (1,440 an inch). */
const papers = { a4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } } as const;
const margin = 1247;

const names = `xmlns:w="${vocabulary.word}" xmlns:r="${vocabulary.relations}" xmlns:a="${vocabulary.drawing}" xmlns:wp="${vocabulary.wordDrawing}" xmlns:pic="${vocabulary.picture}"`;

type Paper = NonNullable<ExportOptions['paper']>;

const createCounter = (): (() => number) => {
  let last = 0;
  return () => (last += 1);
};

/** The text, and the parts whose content it decides. */
const writeDocument = (publication: Publication, paper: Paper) => {
  const pictures = new Map<string, Derivative>();
  const picture = (derivative: Derivative): string => {
    pictures.set(picturePath(derivative), derivative);
    return picturePath(derivative);
  };
  const starts: number[] = [];
  const { language } = publication;
  const several = !isAlone(publication);
  const reading: Reading = {
    language,
    rightToLeft: directionOf(language) === 'rtl',
    topmost: 'heading',
    newPages: several,
    numbering: (start) => starts.push(start) + 1,
  };
  const relations = createRelations();
  for (const part of ['styles', 'numbering', 'settings'] as const) relations.inside(part, `${part}.xml`);
  const foot = relations.inside('footer', 'footer.xml');
  const { width, height } = papers[paper];
  const room = {
    width: (width - 2 * margin) * emuPerTwentieth,
    height: (height - 2 * margin) * emuPerTwentieth,
  };
  const blocks = [
    ...readBlocks(frontHtml(publication, picture), { ...reading, topmost: 'title' }),
    ...readBlocks(topicsHtml(publication, picture), { ...reading, topmost: several ? 'heading' : 'title' }),
    ...readBlocks(backHtml(publication, picture), reading),
  ];
  const body = blocksXml(blocks, { relations, room, nextId: createCounter() });
  const page = `<w:sectPr><w:footerReference w:type="default" r:id="${foot}"/><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="624" w:footer="624" w:gutter="0"/>${reading.rightToLeft ? '<w:bidi/>' : ''}</w:sectPr>`;
  return {
    document: `${declaration}<w:document ${names}><w:body>${body}${page}</w:body></w:document>`,
    relations: relations.text(),
    numbering: numberingPart(starts),
    pictures: [...pictures].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  };
};

/** In the language of its only topic, where there is but one. */
const inItsLanguage = (publication: Publication): Publication => {
  const [only] = publication.topics;
  if (!only || !isAlone(publication)) return publication;
  return { ...publication, language: only.language, textLicenseId: only.textLicenseId };
};

/**
 * Topics as a text document (ECMA-376, WordprocessingML) to go on writing in: real headings, lists, links and captions,
 * pictures with their text alternatives, and every credit written out.
 */
export const docxFiles = (given: Publication, { paper = 'a4' }: ExportOptions): readonly ExportFile[] => {
  const publication = withWholePictures(inItsLanguage(given));
  const { document, relations, numbering, pictures } = writeDocument(publication, paper);
  const [first] = publication.topics;
  const title = isAlone(publication) && first ? first.topic.title : publication.title;
  return [
    textFile('[Content_Types].xml', () => contentTypes),
    textFile('_rels/.rels', () => packageRelations),
    textFile('docProps/core.xml', () => coreProperties(publication, title)),
    textFile('word/document.xml', () => document),
    textFile('word/_rels/document.xml.rels', () => relations),
    textFile('word/styles.xml', () => stylesPart(publication.language)),
    textFile('word/numbering.xml', () => numbering),
    textFile('word/settings.xml', () => settings),
    textFile('word/footer.xml', () => footer),
    ...pictures.map(([path, derivative]): ExportFile => ({
      path: `word/${path}`,
      kind: 'derivative',
      derivative,
    })),
  ];
};
