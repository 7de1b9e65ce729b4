import type { ExportOptions } from '#shared/contract/export-formats.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ExporterTools, ExportFile } from '../exporter.ts';
import { dataAddress, withPictures } from '../pages/pictures-inside.ts';
import type { Publication } from '../publication-types.ts';
import { singlePage } from '../single-page/single-page.ts';
import { printPage } from './print-page.ts';

/**
 * The paper's size, and no ground behind pictures: a browser paints it or leaves it out by whether the picture was
 * decoded in time, and the same topics would not give the same bytes.
 */
const paperStyles = (paper: 'a4' | 'letter'): string => `@media print {
  @page { size: ${paper === 'a4' ? 'A4' : 'letter'} portrait; }
  img { background: none !important; }
}
`;

const nodeId = /node\d{8}/g;

/** The browser's numbers of elements, which differ from run to run, as numbers from 1 on, in their own order. */
const withSettledIds = (text: string): string => {
  const found = [...new Set(text.match(nodeId))].toSorted();
  const numbers = new Map(found.map((id, index) => [id, `node${String(index + 1).padStart(8, '0')}`]));
  return text.replaceAll(nodeId, (id) => numbers.get(id) ?? id);
};

/**
 * The same pages as the same bytes: dates are the publication's own, and what the browser numbers by chance is numbered
 * anew. Nothing gets longer or shorter, since a PDF points at its parts by their places.
 */
const settled = (pdf: Uint8Array, instant: Instant): Uint8Array => {
  const digits = instant.replaceAll(/\D/g, '').slice(0, 14);
  const text = Buffer.from(pdf)
    .toString('latin1')
    .replaceAll(/\/(CreationDate|ModDate) \(D:\d{14}/g, (_whole, name: string) => `/${name} (D:${digits}`);
  return Buffer.from(withSettledIds(text), 'latin1');
};

/** Topics as a handout: tagged, with an outline, and with every address and credit written out. */
export const pdfFile =
  ({ context, render }: ExporterTools) =>
  (publication: Publication, { paper = 'a4' }: ExportOptions): readonly ExportFile[] => [
    {
      path: 'handout.pdf',
      kind: 'bytes',
      make: async (signal) => {
        const page = await withPictures(
          (address) => singlePage(publication, { address, styles: paperStyles(paper) }),
          dataAddress(render),
        );
        return settled(await printPage(context.host, page, signal), publication.updatedAt);
      },
    },
  ];
