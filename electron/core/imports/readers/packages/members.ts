import { refusal } from '#core/refusal.ts';
import type { BesideFiles, ImportSource, Reader } from '../../reader.ts';

/** Finds the reader that is surest of a source. */
export type Find = ((source: ImportSource) => { readonly reader: Reader; readonly sure: number } | null) & {
  /** The one for Markdown, whatever another is sure of. */
  readonly markdown: Reader;
};

/** The largest member that is read to see what it is. */
const mostMember = 100 * 1024 * 1024;

/** The bytes of a file in a package. Throws `file-format` when it is too large to be looked at. */
export const readMember = async (files: BesideFiles, name: string): Promise<Uint8Array> => {
  const file = files.get(name);
  if (file === undefined || file.bytes > mostMember)
    throw refusal('file-format', 'import-too-large', { megabytes: mostMember / 1024 / 1024 });
  return await file.read();
};
