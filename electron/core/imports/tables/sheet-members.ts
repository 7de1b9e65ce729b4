import { refusal } from '#core/refusal.ts';
import { readZip, type ZipEntries } from '#core/uploads/read-zip.ts';
import { CarrelError } from '#shared/contract/errors.ts';

/** What a spreadsheet may unpack to, in bytes. */
const mostBytes = 400 * 1024 * 1024;

/** Somebody who chose a spreadsheet need not know that it is a ZIP. */
const orDamaged = <Value>(work: Promise<Value>): Promise<Value> =>
  work.catch((error: unknown) => {
    const isOther = error instanceof CarrelError && error.details['reason'] !== 'zip-damaged';
    throw isOther ? error : refusal('file-format', 'sheet-damaged');
  });

const readAll = async (entries: ZipEntries): Promise<ReadonlyMap<string, string>> => {
  const members = new Map<string, string>();
  for (const [name, entry] of entries) members.set(name, (await entry.read()).toString('utf8'));
  return members;
};

/** The members of a spreadsheet's ZIP whose names are wanted, as text. Throws `file-format` when it is damaged or huge. */
export const readMembers = async (
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> => {
  const wanted = new Map([...(await orDamaged(readZip(bytes)))].filter(([name]) => isWanted(name)));
  const all = [...wanted.values()].reduce((sum, entry) => sum + entry.bytes, 0);
  if (all > mostBytes)
    throw refusal('file-format', 'import-too-large', { megabytes: mostBytes / 1024 / 1024 });
  return orDamaged(readAll(wanted));
};
