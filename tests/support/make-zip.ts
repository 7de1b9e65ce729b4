import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP of these members; what is called `mimetype` is stored as it is, as OpenDocument and EPUB want it. */
export const makeZip = async (members: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(members))
    file.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' });
  file.end();
  return buffer(file.outputStream);
};

type Rows = readonly (readonly string[])[];

const rowXml = (row: Rows[number]): string =>
  `<table:table-row>${row.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;

/** An OpenDocument spreadsheet with these sheets. */
export const makeWorkbook = (sheets: Readonly<Record<string, Rows>>): Promise<Buffer> => {
  const tables = Object.entries(sheets).map(
    ([name, rows]) => `<table:table table:name="${name}">${rows.map(rowXml).join('')}</table:table>`,
  );
  return makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">${tables.join('')}</office:document-content>`,
  });
};
