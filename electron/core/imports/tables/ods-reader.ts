import type { ImportSource, Reader, ReadWork } from '../reader.ts';
import { readSheets } from './read-sheets.ts';
import { readMembers } from './sheet-members.ts';
import { createSheetRows, type SheetRows } from './sheet-rows.ts';
import { readSheetXml } from './sheet-xml.ts';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

/** The first member says what it is (OpenDocument 1.3, part 2, 3.3). */
const isOds = ({ bytes }: ImportSource): number =>
  Buffer.from(bytes.subarray(30, 120)).toString('latin1').startsWith(`mimetype${mediaType}`) ? 1 : 0;

/** Repeated blanks fill a sheet to its end; no table repeats a row so often. */
const mostRepeats = 1_000;

const repeats = (text: string): number => Math.max(1, Number(text) || 1);

/** The sheets of a document, put together as their elements come. */
class OdsSheets {
  readonly sheets: { readonly name: string; readonly rows: SheetRows }[] = [];
  #row = 0;
  #column = 0;
  #rowRepeats = 1;
  #cell = { value: '', repeats: 1 };
  #paragraphs: string[] = [];
  #sheet: SheetRows | null = null;
  #isText = false;

  open(name: string, attribute: (name: string) => string): void {
    if (name === 'table') {
      this.#sheet = createSheetRows();
      this.#row = 0;
      this.sheets.push({ name: attribute('table:name'), rows: this.#sheet });
    } else if (this.#sheet !== null) this.#openInSheet(this.#sheet, name, attribute);
  }

  text(text: string): void {
    if (this.#sheet !== null && this.#isText) this.#paragraphs[this.#paragraphs.length - 1] += text;
  }

  close(name: string): void {
    if (this.#sheet === null) return;
    if (name === 'p') this.#isText = false;
    if (name === 'table-cell') this.#closeCell(this.#sheet);
    if (name === 'table-row') this.#row += this.#rowRepeats;
    if (name === 'table') this.#sheet = null;
  }

  #openInSheet(sheet: SheetRows, name: string, attribute: (name: string) => string): void {
    const columns = repeats(attribute('table:number-columns-repeated'));
    if (name === 'table-row') {
      this.#rowRepeats = repeats(attribute('table:number-rows-repeated'));
      this.#column = 0;
    } else if (name === 'covered-table-cell') this.#column += columns;
    else if (name === 'table-cell') {
      const value = attribute('office:date-value') || attribute('office:value');
      this.#cell = { value, repeats: columns };
    } else if (name === 'p') {
      this.#paragraphs.push('');
      this.#isText = true;
    } else if (name === 'a') sheet.link(this.#row, this.#column, attribute('xlink:href'));
    else if (name === 's') this.text(' ');
  }

  #closeCell(sheet: SheetRows): void {
    const text = this.#cell.value || this.#paragraphs.join('\n');
    const [down, across] = [this.#rowRepeats, this.#cell.repeats].map((count) =>
      Math.min(count, mostRepeats),
    );
    for (let row = 0; row < (down ?? 0); row += 1) {
      for (let column = 0; column < (across ?? 0); column += 1)
        sheet.set(this.#row + row, this.#column + column, text);
    }
    this.#column += this.#cell.repeats;
    this.#paragraphs = [];
  }
}

const read = async (source: ImportSource, work: ReadWork) => {
  const members = await readMembers(source.bytes, (name) => name === 'content.xml');
  const file = new OdsSheets();
  await readSheetXml(
    members.get('content.xml') ?? '<none/>',
    {
      open: (name, attribute) => file.open(name, attribute),
      text: (text) => file.text(text),
      close: (name) => file.close(name),
    },
    () => work.pace(0, null),
  );
  const sheets = file.sheets.map(({ name, rows }) => ({ name, rows: () => Promise.resolve(rows.finish()) }));
  return readSheets({ format: 'ods', sheets }, work);
};

/** OpenDocument spreadsheets: their sheets, of which the curator chooses. */
export const odsReader: Reader = { formats: ['ods'], recognise: isOds, read };
