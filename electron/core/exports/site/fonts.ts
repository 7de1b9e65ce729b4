import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import faces from '#assets/fonts/faces.json' with { type: 'json' };
import { findApp } from '#core/app-root.ts';
import { paths } from './links.ts';

/** The files of the two page fonts (both under the SIL Open Font License 1.1), by path within the site. */
export const fontFiles = (): readonly { readonly path: string; readonly read: () => Uint8Array }[] => {
  const folder = join(findApp().root, 'assets', 'fonts');
  return faces.map(({ file }) => ({ path: paths.font(file), read: () => readFileSync(join(folder, file)) }));
};

/** The `@font-face` rules. Fetched only where a page needs the characters; elsewhere the reader's own fonts stand in. */
const facesWith = (address: (file: string) => string, display: 'swap' | 'block'): string =>
  faces
    .map(
      ({ family, file, style, weight, unicodeRange }) => `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${weight};
  font-display: ${display};
  src: url('${address(file)}') format('woff2');
  unicode-range: ${unicodeRange};
}
`,
    )
    .join('');

/** The `@font-face` rules of a site. */
export const fontFaces: string = facesWith((file) => `fonts/${file}`, 'swap');

/** The same with the fonts inside. */
export const embeddedFontFaces = (): string => {
  const files = new Map(fontFiles().map(({ path, read }) => [path, Buffer.from(read()).toString('base64')]));
  return facesWith((file) => `data:font/woff2;base64,${files.get(paths.font(file)) ?? ''}`, 'block');
};
