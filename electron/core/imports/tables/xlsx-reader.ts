import type { ImportSource, Reader, ReadWork } from '../reader.ts';
import { readSheets } from './read-sheets.ts';
import { readMembers } from './sheet-members.ts';
import { createSheetRows } from './sheet-rows.ts';
import { readSheetXml } from './sheet-xml.ts';

type Pace = () => Promise<void>;

const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'latin1');

const isXlsx = ({ bytes }: ImportSource): number =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && holds(bytes, 'xl/workbook.xml') ? 1 : 0;

/** Texts that cells refer to by number; pronunciation aids are left out. */
const readStrings = async (xml: string, pace: Pace): Promise<string[]> => {
  const strings: string[] = [];
  let [isText, isAid] = [false, false];
  await readSheetXml(
    xml,
    {
      open: (name) => {
        if (name === 'si') strings.push('');
        if (name === 'rPh') isAid = true;
        isText = name === 't' && !isAid;
      },
      text: (text) => {
        if (isText) strings[strings.length - 1] += text;
      },
      close: (name) => {
        if (name === 'rPh') isAid = false;
        isText = false;
      },
    },
    pace,
  );
  return strings;
};

const isDateFormat = (code: string): boolean =>
  /[dmyh]/i.test(code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|General/g, ''));

/** Which of the built-in formats are dates (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The styles whose cells are dates. */
const readDateStyles = async (xml: string, pace: Pace): Promise<ReadonlySet<number>> => {
  const custom = new Map<number, boolean>();
  const dates = new Set<number>();
  let [isCell, index] = [false, 0];
  await readSheetXml(
    xml,
    {
      open: (name, attribute) => {
        const id = Number(attribute('numFmtId'));
        if (name === 'numFmt') custom.set(id, isDateFormat(attribute('formatCode')));
        if (name === 'cellXfs') isCell = true;
        if (name !== 'xf' || !isCell) return;
        if (custom.get(id) ?? isBuiltInDate(id)) dates.add(index);
        index += 1;
      },
      text: () => undefined,
      close: (name) => {
        if (name === 'cellXfs') isCell = false;
      },
    },
    pace,
  );
  return dates;
};

const day = 86_400_000;

/** A day as a spreadsheet counts it; with its time of day where it has one. */
const toDate = (serial: string, is1904: boolean): string => {
  const count = Number(serial) + (is1904 ? 1_462 : 0);
  if (!Number.isFinite(count) || count < 1 || count > 2_958_465) return serial;
  // Excel believes that 1900 was a leap year.
  const moment = new Date(Math.round((count - (count < 60 ? 25_568 : 25_569)) * day));
  const text = moment.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
};

/** Row and column of a reference such as `AB12`, from 0. */
const placeOf = (reference: string): readonly [number, number] => {
  const [, letters = '', figures = '0'] = /^([A-Z]+)(\d+)/.exec(reference) ?? [];
  const column = letters.split('').reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0);
  return [Number(figures) - 1, column - 1];
};

type Book = {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly is1904: boolean;
  readonly links: ReadonlyMap<string, string>;
};

const cellText = (value: string, { type, style }: { type: string; style: number }, book: Book): string => {
  if (type === 's') return book.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  return type === '' || type === 'n' ? (book.dates.has(style) ? toDate(value, book.is1904) : value) : value;
};

const readSheet = async (xml: string, book: Book, pace: Pace): Promise<string[][]> => {
  const rows = createSheetRows();
  let cell = { reference: '', type: '', style: 0 };
  let [value, isValue] = ['', false];
  await readSheetXml(
    xml,
    {
      open: (name, attribute) => {
        if (name === 'c') {
          cell = { reference: attribute('r'), type: attribute('t'), style: Number(attribute('s') || -1) };
          value = '';
        }
        isValue = name === 'v' || name === 't';
        if (name !== 'hyperlink') return;
        const address = book.links.get(attribute('r:id'));
        if (address !== undefined) rows.link(...placeOf(attribute('ref')), address);
      },
      text: (text) => {
        if (isValue) value += text;
      },
      close: (name) => {
        isValue = false;
        if (name === 'c') rows.set(...placeOf(cell.reference), cellText(value, cell, book));
      },
    },
    pace,
  );
  return rows.finish();
};

/** Sheets by their names, hidden ones left out, and whether days are counted from 1904. */
const readBook = async (xml: string, pace: Pace) => {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  let is1904 = false;
  await readSheetXml(
    xml,
    {
      open: (name, attribute) => {
        if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute('date1904'));
        if (name === 'sheet' && attribute('state') === '')
          sheets.push({ name: attribute('name'), id: attribute('r:id') });
      },
      text: () => undefined,
      close: () => undefined,
    },
    pace,
  );
  return { sheets, is1904 };
};

const readRelations = async (xml: string, pace: Pace): Promise<Map<string, string>> => {
  const targets = new Map<string, string>();
  const open = (name: string, attribute: (name: string) => string): void => {
    if (name === 'Relationship') targets.set(attribute('Id'), attribute('Target'));
  };
  await readSheetXml(xml, { open, text: () => undefined, close: () => undefined }, pace);
  return targets;
};

const read = async (source: ImportSource, work: ReadWork) => {
  const pace = () => work.pace(0, null);
  const members = await readMembers(source.bytes, (name) => /^xl\/.*\.(?:xml|rels)$/.test(name));
  const xml = (name: string): string => members.get(name) ?? '<none/>';
  const { sheets, is1904 } = await readBook(xml('xl/workbook.xml'), pace);
  const files = await readRelations(xml('xl/_rels/workbook.xml.rels'), pace);
  const book = {
    strings: await readStrings(xml('xl/sharedStrings.xml'), pace),
    dates: await readDateStyles(xml('xl/styles.xml'), pace),
    is1904,
  };
  const rowsOf = async (id: string): Promise<string[][]> => {
    const target = (files.get(id) ?? '').replace(/^\/?(?:xl\/)?/, '');
    const relations = `xl/${target.replace(/([^/]+)$/, '_rels/$1.rels')}`;
    const links = await readRelations(xml(relations), pace);
    return readSheet(xml(`xl/${target}`), { ...book, links }, pace);
  };
  const offered = sheets.map(({ name, id }) => ({ name, rows: () => rowsOf(id) }));
  return readSheets({ format: 'xlsx', sheets: offered }, work);
};

/** Excel workbooks: the sheets in sight, of which the curator chooses. */
export const xlsxReader: Reader = { formats: ['xlsx'], recognise: isXlsx, read };
