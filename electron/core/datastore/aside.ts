import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#shared/model/dates.ts';
import { writeFileAtomic } from './atomic-write.ts';

/** An instant as part of a file name: Windows allows no colons. */
export const toFileTime = (at: Instant): string => at.replaceAll(':', '-');

/**
 * Keeps bytes that must not be lost beside the library as `<stem>-<time>.<extension>` and resolves to that name when
 * they are on the disk. Never writes over an earlier one. Rejects with the system's error.
 */
export const keepAside = async (
  folder: string,
  bytes: Uint8Array,
  { stem, at, extension }: { readonly stem: string; readonly at: Instant; readonly extension: string },
): Promise<string> => {
  const taken = new Set(await readdir(folder));
  const plain = `${stem}-${toFileTime(at)}`;
  let name = `${plain}.${extension}`;
  for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}.${extension}`;
  await writeFileAtomic(join(folder, name), bytes);
  return name;
};
