import { z } from 'zod';

/** Name of the file that says which files in a folder are Carrel's. */
export const manifestName = 'carrel-manifest.json';

/** A path within a site as we write them: no way out of the folder, no backslash, nothing absolute. */
const sitePath = z
  .string()
  .max(500)
  .regex(/^(?!\.)[A-Za-z0-9._-]+(?:\/(?!\.)[A-Za-z0-9._-]+)*$/);

const fileSchema = z.object({
  path: sitePath,
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type WrittenFile = z.infer<typeof fileSchema>;

const manifestSchema = z.object({
  generator: z.literal('Carrel'),
  version: z.string(),
  files: z.array(fileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest as it is written: files sorted by path, one line each. */
export const manifestText = ({ generator, version, files }: Manifest): string => {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const lines = sorted.map(({ path, bytes, sha256 }) => `    ${JSON.stringify({ path, bytes, sha256 })}`);
  return `{
  "generator": ${JSON.stringify(generator)},
  "version": ${JSON.stringify(version)},
  "files": [
${lines.join(',\n')}
  ]
}
`;
};

/** Reads a manifest; null when it is not one. Newer ones may hold more than we know of. */
export const parseManifest = (text: string): Manifest | null => {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};
