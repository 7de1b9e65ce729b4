import { refusal } from '#core/refusal.ts';
import type { OpenZip } from '#core/uploads/read-zip.ts';

const decode = (path: string): string =>
  path.replaceAll(/%(0A|0D|25)/gi, (code) => String.fromCodePoint(Number.parseInt(code.slice(1), 16)));

const line = /^([0-9a-f]{64})\s+\*?(.+)$/i;

/**
 * The payload manifest of a bag in a ZIP, hashes by path. Refuses with `file-format` a bag whose payload and manifest do
 * not name the same files (RFC 8493 §3), so that nothing comes along that nobody vouched for.
 */
export const readManifest = async (
  { entries }: OpenZip,
  root: string,
): Promise<ReadonlyMap<string, string>> => {
  const bytes = await entries.get(`${root}manifest-sha256.txt`)?.read();
  if (bytes === undefined) throw refusal('file-format', 'share-damaged', { file: 'manifest-sha256.txt' });
  const manifest = new Map<string, string>();
  for (const text of bytes.toString('utf8').split(/\r\n|\r|\n/)) {
    const [, hash = '', path = ''] = line.exec(text) ?? [];
    if (hash !== '') manifest.set(decode(path), hash.toLowerCase());
    else if (text.trim() !== '')
      throw refusal('file-format', 'share-damaged', { file: 'manifest-sha256.txt' });
  }
  const present = [...entries.keys()].filter((path) => path.startsWith(`${root}data/`));
  const odd =
    present.find((path) => !manifest.has(path.slice(root.length))) ??
    [...manifest.keys()].find((path) => !entries.has(`${root}${path}`));
  if (odd !== undefined) throw refusal('file-format', 'share-damaged', { file: odd });
  return manifest;
};
