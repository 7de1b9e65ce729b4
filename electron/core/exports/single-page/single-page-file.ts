import type { ExportFile, RenderFile } from '../exporter.ts';
import { dataAddress, withPictures } from '../pages/pictures-inside.ts';
import type { Publication } from '../publication-types.ts';
import { singlePage } from './single-page.ts';

/** Topics as one HTML file that needs nothing else. */
export const singlePageFile =
  (render: RenderFile) =>
  (publication: Publication): readonly ExportFile[] => [
    {
      path: 'index.html',
      kind: 'bytes',
      make: async () => {
        const text = await withPictures(
          (address) => singlePage(publication, { address }),
          dataAddress(render),
        );
        return new TextEncoder().encode(text);
      },
    },
  ];
