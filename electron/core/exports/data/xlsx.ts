import { textFile, type ExportFile } from '../exporter.ts';
import type { Publication } from '../publication-types.ts';
import { escapeText } from '../text/html.ts';
import { publicationTable, type Table } from './table.ts';

/** What a cell of a spreadsheet can hold, in UTF-16 units (Excel's limit). */
const longestCell = 32_767;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';

/** Styles by their place in `cellXfs`. `text` also marks the cell as text where somebody edits it (`quotePrefix`). */
const style = { text: 0, heading: 1, formulaLike: 2 } as const;

const cut = (text: string): string =>
  text.length <= longestCell ? text : `${text.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** `_x0041_` would be read as a letter's number (ECMA-376 §22.9.2.19). */
const cellText = (text: string): string =>
  escapeText(
    cut(text)
      .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      .replaceAll(/\r\n?/g, '\n'),
  );

const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26));

const cell = (text: string, place: string, isHeading: boolean): string => {
  if (text === '') return '';
  const plain = /^[=+\-@\t\r\n]/.test(text) ? style.formulaLike : style.text;
  const look = isHeading ? style.heading : plain;
  return `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
};

const row = (cells: readonly string[], index: number): string =>
  `<row r="${index + 1}">${cells
    .map((text, at) => cell(text, `${columnName(at)}${index + 1}`, index === 0))
    .join('')}</row>`;

const sheet = ({ columns, rows }: Table): string =>
  `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns.length}" width="24" customWidth="1"/></cols><sheetData>${[columns, ...rows].map(row).join('')}</sheetData></worksheet>`;

const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`;

const types = `${declaration}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;

const relations = (all: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="${packaging}/relationships">${all
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const workbook = `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Resources" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** The table as a spreadsheet (ECMA-376): every cell is text, so nothing in it is ever run as a formula. */
export const xlsxFiles = (publication: Publication): readonly ExportFile[] => [
  textFile('[Content_Types].xml', () => types),
  textFile('_rels/.rels', () => relations([['officeDocument', 'xl/workbook.xml']])),
  textFile('xl/workbook.xml', () => workbook),
  textFile('xl/_rels/workbook.xml.rels', () =>
    relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
  ),
  textFile('xl/styles.xml', () => styles),
  textFile('xl/worksheets/sheet1.xml', () => sheet(publicationTable(publication))),
];
