import interfaceExt from '#assets/fonts/atkinson-hyperlegible-next-latin-ext-wght-normal.json' with { type: 'json' };
import interfaceLatin from '#assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.json' with { type: 'json' };
import latinExt from '#assets/fonts/source-serif-4-latin-ext-wght-normal.json' with { type: 'json' };
import latinItalic from '#assets/fonts/source-serif-4-latin-wght-italic.json' with { type: 'json' };
import latin from '#assets/fonts/source-serif-4-latin-wght-normal.json' with { type: 'json' };
import { paths } from './links.ts';

// Kept as JSON so that the same import works from source, in the bundle and inside the packaged app.
const faces = [latin, latinItalic, latinExt, interfaceLatin, interfaceExt];

/** The files of the two page fonts (both under the SIL Open Font License 1.1), by path within the site. */
export const fontFiles = (): readonly { readonly path: string; readonly bytes: Uint8Array }[] =>
  faces.map(({ file, base64 }) => ({ path: paths.font(file), bytes: Buffer.from(base64, 'base64') }));

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
