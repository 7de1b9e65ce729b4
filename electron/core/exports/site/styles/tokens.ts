import { pageColors, type Light } from '#shared/domain/page-colors.ts';
import type { PageTheme } from '#shared/model/page-theme.ts';

/** What all themes share: space, sizes, type. */
const shared = `:root {
  color-scheme: light dark;
  --space-half: 0.25rem;
  --space-1: 0.5rem;
  --space-2: 1rem;
  --space-3: 1.5rem;
  --space-4: 2rem;
  --space-6: 3rem;
  --size-1: 0.75rem;
  --size-2: 0.875rem;
  --size-3: 1rem;
  --size-4: 1.25rem;
  --size-5: 1.625rem;
  --size-6: 2.25rem;
  --leading-tight: 1.2;
  --leading: 1.45;
  --leading-page: 1.55;
  --font-interface: 'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
}
`;

const serif = "'Source Serif 4', Charter, Georgia, 'Noto Serif', serif";

/** What a theme brings beside its colors. */
const manners: Readonly<Record<PageTheme, string>> = {
  paper: `  --font-page: ${serif};
  --weight-strong: 620;
  --radius-1: 4px;
  --radius-2: 8px;`,
  slate: `  --font-page: var(--font-interface);
  --weight-strong: 650;
  --radius-1: 2px;
  --radius-2: 3px;`,
  contrast: `  --font-page: var(--font-interface);
  --weight-strong: 700;
  --radius-1: 0;
  --radius-2: 0;`,
};

const properties = (theme: PageTheme, light: Light, accent: string | null): string =>
  Object.entries(pageColors(theme, light, accent))
    .map(([name, color]) => `  --${name}: ${color};`)
    .join('\n');

const themeRules = (theme: PageTheme, accent: string | null): string => `.theme-${theme} {
${properties(theme, 'light', accent)}
${manners[theme]}
}
@media (prefers-color-scheme: dark) {
.theme-${theme} {
${properties(theme, 'dark', accent)}
}
}
`;

const contrastRules = `.theme-contrast { font-size: 106.25%; }
.theme-contrast a { text-decoration-thickness: 0.09em; }
`;

const forcedColors = `@media (forced-colors: active) {
  :root[class] {
    --line: CanvasText;
    --line-strong: CanvasText;
    --accent: LinkText;
    --accent-line: CanvasText;
    --focus: Highlight;
  }
}
`;

/** The custom properties of the themes in use; `paper` has the app's own, so that a page looks as it was edited. */
export const tokens = (themes: readonly PageTheme[], accent: string | null): string =>
  [
    shared,
    ...themes.map((theme) => themeRules(theme, accent)),
    ...(themes.includes('contrast') ? [contrastRules] : []),
    forcedColors,
  ].join('');
