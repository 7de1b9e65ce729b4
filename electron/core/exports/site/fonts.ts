import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import faces from '#assets/fonts/faces.json' with { type: 'json' };
import { findApp } from '#core/app-root.ts';
import { paths } from './links.ts';

/** The files of the two page fonts (both under the SIL Open Font License 1.1), by path within the site. */
export const fontFiles = (): readonly { readonly path: string; readonly bytes: Uint8Array }[] => {
  const folder = join(findApp().root, 'assets', 'fonts');
  return faces.map(({ file }) => ({ path: paths.font(file), bytes: readFileSync(join(folder, file)) }));
};

/** The `@font-face` rules. Fetched only where a page needs the characters; elsewhere the reader's own fonts stand in. */
export const fontFaces: string = faces
  .map(
    ({ family, file, style, weight, unicodeRange }) => `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${weight};
  font-display: swap;
  src: url('fonts/${file}') format('woff2');
  unicode-range: ${unicodeRange};
}
`,
  )
  .join('');
