import { licenseById } from '#shared/domain/credits/licenses.ts';
import { sharedTextLicense } from '../pages/text-license.ts';
import type { Publication } from '../publication-types.ts';
import { escapeText } from '../text/html.ts';
import { declaration, vocabulary } from './names.ts';
import { relationsText } from './relations.ts';

const { word, packaging, relations } = vocabulary;
const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const override = (name: string, type: string): string =>
  `<Override PartName="${name}" ContentType="${type}"/>`;

/** What each part is. */
export const contentTypes = `${declaration}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>${[
  override('/word/document.xml', `${kinds}.document.main+xml`),
  override('/word/styles.xml', `${kinds}.styles+xml`),
  override('/word/numbering.xml', `${kinds}.numbering+xml`),
  override('/word/settings.xml', `${kinds}.settings+xml`),
  override('/word/footer.xml', `${kinds}.footer+xml`),
  override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
].join('')}</Types>`;

/** Where a reader begins. */
export const packageRelations = relationsText([
  { type: `${relations}/officeDocument`, target: 'word/document.xml', isOutside: false },
  {
    type: `${packaging}/relationships/metadata/core-properties`,
    target: 'docProps/core.xml',
    isOutside: false,
  },
]);

/** Not in the compatibility mode of old versions, in which headings and lists are laid out differently. */
export const settings = `${declaration}<w:settings xmlns:w="${word}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** The number of the page at its foot. */
export const footer = `${declaration}<w:ftr xmlns:w="${word}"><w:p><w:pPr><w:pStyle w:val="Facts"/><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`;

const level = (index: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(index + 1) * 360}" w:hanging="360"/></w:pPr></w:lvl>`;

const levels = Array.from({ length: 9 }, (_, index) => index);

/** Bullets, and a numbering of its own for each numbered list, which begins with its own number. */
export const numberingPart = (starts: readonly number[]): string =>
  `${declaration}<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels
    .map((index) => level(index, 'bullet', ['•', '◦', '▪'][index % 3] ?? '•'))
    .join(
      '',
    )}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${levels
    .map((index) => level(index, 'decimal', `%${index + 1}.`))
    .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${starts
    .map(
      (start, index) =>
        `<w:num w:numId="${index + 2}"><w:abstractNumId w:val="1"/>${levels
          .map((at) => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`)
          .join('')}</w:num>`,
    )
    .join('')}</w:numbering>`;

/** What the file says of itself: title, institution, language, license, the publication's own date. */
export const coreProperties = (publication: Publication, title: string): string => {
  const { institution, language, updatedAt } = publication;
  const license = licenseById(sharedTextLicense(publication));
  const rights = license === null ? '' : (license.address ?? license.shortName);
  const date = `xsi:type="dcterms:W3CDTF">${updatedAt.slice(0, 19)}Z`;
  const subject = rights === '' ? '' : `<dc:description>${escapeText(rights)}</dc:description>`;
  return `${declaration}<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeText(title)}</dc:title><dc:creator>${escapeText(institution || publication.title)}</dc:creator>${subject}<dc:language>${escapeText(language)}</dc:language><dcterms:created ${date}</dcterms:created><dcterms:modified ${date}</dcterms:modified></cp:coreProperties>`;
};
