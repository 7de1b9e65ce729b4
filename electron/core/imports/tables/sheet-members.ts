import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { refusal } from '#core/refusal.ts';

/** What a spreadsheet may unpack to, in bytes. */
const mostBytes = 400 * 1024 * 1024;

/** The members of a spreadsheet's ZIP whose names are wanted, as text. Throws `file-format` when it is damaged or huge. */
export const readMembers = async (
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> => {
  const members = new Map<string, string>();
  let all = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    for await (const entry of zip.eachEntry()) {
      if (!isWanted(entry.fileName)) continue;
      all += entry.uncompressedSize;
      if (all > mostBytes) break;
      members.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'));
    }
  } catch {
    throw refusal('file-format', 'sheet-damaged');
  }
  if (all > mostBytes)
    throw refusal('file-format', 'import-too-large', { megabytes: mostBytes / 1024 / 1024 });
  return members;
};
