import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Instant } from '#shared/model/dates.ts';
import type { ExportFile, RenderFile } from '../exporter.ts';
import { isPacked, zipDate } from './zip-writer.ts';

/** Files as a ZIP in memory, for one that is itself a file of an export. The same files and date give the same bytes. */
export const zipBytes = async (
  files: readonly ExportFile[],
  render: RenderFile,
  date: Instant,
): Promise<Uint8Array> => {
  const zip = new ZipFile();
  const bytes = buffer(zip.outputStream);
  for (const file of files) {
    zip.addBuffer(Buffer.from(await render(file)), file.path, {
      mtime: zipDate(date),
      mode: 0o100_644,
      compress: !isPacked(file.path),
      forceDosTimestamp: true,
    });
  }
  zip.end();
  return bytes;
};
