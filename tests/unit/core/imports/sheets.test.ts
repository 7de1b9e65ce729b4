import { expect, it } from 'vitest';
import { createSource } from '#core/imports/source.ts';
import { makeWorkbook, makeZip } from '#tests/support/make-zip.ts';
import { readSource } from '#tests/support/read-source.ts';

const workbook = (sheet: string) =>
  makeZip({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Old" state="hidden" r:id="rId9"/><sheet name="Links" r:id="rId1"/><sheet name="More" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Title</t></si><si><r><t>Growing </t></r><r><t>gardens</t></r><rPh><t>aid</t></rPh></si><si><t>Date</t></si></sst>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="https://example.org/a"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  });

const sheet =
  '<worksheet xmlns:r="r"><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>2</v></c></row>' +
  '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" s="1"><v>43411</v></c></row>' +
  '<row r="4"><c r="A4" t="inlineStr"><is><t>In line</t></is></c><c r="C4"><v>2018</v></c></row></sheetData>' +
  '<hyperlinks><hyperlink ref="A3" r:id="rId1"/></hyperlinks></worksheet>';

it('reads the first sheet in sight of a workbook: texts, dates, links behind cells', async () => {
  const reading = await readSource(createSource('file', await workbook(sheet)));
  expect(reading).toMatchObject({
    format: 'xlsx',
    about: { sheet: 'Links', 'other sheets': 'More' },
    headerRow: 2,
    questions: [
      {
        id: 'sheet',
        values: { count: 2, 'sheet-1': 'Links', 'sheet-2': 'More' },
        answers: ['sheet-1', 'sheet-2', 'every-sheet'],
        answer: 'sheet-1',
      },
    ],
  });
  expect(reading.candidates.map(({ row, fields }) => ({ row, ...fields }))).toMatchObject([
    {
      row: 3,
      title: 'Growing gardens',
      url: 'https://example.org/a',
      publishedOn: '2018-11-07',
      otherFields: { 'Column 2': 'TRUE' },
    },
    { row: 4, title: 'In line', publishedOn: '2018' },
  ]);
});

it('reads an OpenDocument sheet, repeated cells and rows among them', async () => {
  const bytes = await makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml':
      '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:xlink="l"><table:table table:name="One">' +
      '<table:table-row><table:table-cell><text:p>title</text:p></table:table-cell><table:table-cell><text:p>date</text:p></table:table-cell></table:table-row>' +
      '<table:table-row><table:table-cell><text:p><text:a xlink:href="https://example.org/b">Seeds</text:a></text:p></table:table-cell><table:table-cell office:date-value="2020-02-03"><text:p>3.2.20</text:p></table:table-cell></table:table-row>' +
      '<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>Twice</text:p></table:table-cell></table:table-row>' +
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table></office:document-content>',
  });
  const reading = await readSource(createSource('file', bytes));
  expect(reading.format).toBe('ods');
  expect(reading.candidates.map(({ fields }) => [fields.title, fields.url, fields.publishedOn])).toEqual([
    ['Seeds', 'https://example.org/b', '2020-02-03'],
    ['Twice', null, undefined],
    ['Twice', null, undefined],
  ]);
});

it('passes over a blank sheet, takes the one that was chosen, or every one as a section', async () => {
  const source = createSource(
    'file',
    await makeWorkbook({
      Cover: [],
      Water: [
        ['Title', 'Shelf'],
        ['Rivers', 'A'],
      ],
      Earth: [
        ['Title', 'Box'],
        ['Sand', '7'],
        ['', ''],
        ['', '8'],
      ],
    }),
  );
  const first = await readSource(source);
  expect(first.questions).toMatchObject([{ id: 'sheet', answer: 'sheet-2' }]);
  expect(first.candidates.map(({ fields }) => fields.title)).toEqual(['Rivers']);
  const third = await readSource(source, { sheet: 'sheet-3' });
  expect(third.candidates.map(({ fields }) => fields.title)).toEqual(['Sand']);
  const every = await readSource(source, { sheet: 'every-sheet' });
  expect(every.candidates.map(({ fields, section }) => [section, fields.title])).toEqual([
    ['Water', 'Rivers'],
    ['Earth', 'Sand'],
  ]);
  expect(every.problems.map(({ row, title }) => [row, title])).toEqual([[4, 'Earth']]);
  expect(every.columns?.map(({ name, filled }) => [name, filled])).toEqual([
    ['Title', 2],
    ['Shelf', 1],
    ['Box', 2],
  ]);
});

it('says of a damaged workbook that it is damaged', async () => {
  const bytes = await workbook('<worksheet><sheetData><row></sheetData>');
  await expect(readSource(createSource('file', bytes))).rejects.toMatchObject({
    code: 'file-format',
    details: { reason: 'sheet-damaged' },
  });
});
