import type { PageTheme } from '../model/page-theme.ts';
import { leastContrast, mixColors, readableColor, type Color } from './color.ts';

/** The colors of a page in one light, by the names of the page's custom properties. */
export type Palette = {
  readonly surface: Color;
  readonly 'surface-page': Color;
  readonly 'surface-sunken': Color;
  readonly line: Color;
  readonly 'line-strong': Color;
  readonly text: Color;
  readonly 'text-soft': Color;
  readonly 'text-faint': Color;
  readonly accent: Color;
  readonly 'accent-strong': Color;
  readonly 'accent-soft': Color;
  readonly 'accent-line': Color;
  readonly focus: Color;
};

/** The two lights in which readers see a page. */
export type Light = 'light' | 'dark';

const paper = {
  light: {
    surface: '#faf7f1',
    'surface-page': '#fffefb',
    'surface-sunken': '#f4efe5',
    line: '#e9e2d4',
    'line-strong': '#8d836f',
    text: '#231f1a',
    'text-soft': '#4d473c',
    'text-faint': '#655d4f',
    accent: '#0d5c61',
    'accent-strong': '#084a4f',
    'accent-soft': '#e6f1ef',
    'accent-line': '#cfe5e1',
    focus: '#0b6ea8',
  },
  dark: {
    surface: '#1b1916',
    'surface-page': '#211f1b',
    'surface-sunken': '#161412',
    line: '#37332c',
    'line-strong': '#8d836f',
    text: '#f1ebdf',
    'text-soft': '#cfc6b5',
    'text-faint': '#b0a692',
    accent: '#79cbc5',
    'accent-strong': '#9adbd6',
    'accent-soft': '#1d3a39',
    'accent-line': '#2a5250',
    focus: '#82c6f2',
  },
} as const satisfies Record<Light, Palette>;

const slate = {
  light: {
    surface: '#f5f7f9',
    'surface-page': '#ffffff',
    'surface-sunken': '#eaeef2',
    line: '#d9e0e7',
    'line-strong': '#758394',
    text: '#18202a',
    'text-soft': '#3c4856',
    'text-faint': '#525e6d',
    accent: '#1c568f',
    'accent-strong': '#143f6b',
    'accent-soft': '#e5eef7',
    'accent-line': '#c7daed',
    focus: '#0b6ea8',
  },
  dark: {
    surface: '#14181d',
    'surface-page': '#1a1f25',
    'surface-sunken': '#0f1216',
    line: '#2d353e',
    'line-strong': '#7d8a99',
    text: '#e8edf2',
    'text-soft': '#c3ccd6',
    'text-faint': '#a3afbc',
    accent: '#8bbdee',
    'accent-strong': '#accff4',
    'accent-soft': '#1b2f45',
    'accent-line': '#2a4664',
    focus: '#82c6f2',
  },
} as const satisfies Record<Light, Palette>;

const contrast = {
  light: {
    surface: '#ffffff',
    'surface-page': '#ffffff',
    'surface-sunken': '#ffffff',
    line: '#000000',
    'line-strong': '#000000',
    text: '#000000',
    'text-soft': '#000000',
    'text-faint': '#1f1f1f',
    accent: '#00309c',
    'accent-strong': '#001f66',
    'accent-soft': '#ffffff',
    'accent-line': '#00309c',
    focus: '#9c0044',
  },
  dark: {
    surface: '#000000',
    'surface-page': '#000000',
    'surface-sunken': '#000000',
    line: '#ffffff',
    'line-strong': '#ffffff',
    text: '#ffffff',
    'text-soft': '#ffffff',
    'text-faint': '#e6e6e6',
    accent: '#9fd0ff',
    'accent-strong': '#c9e4ff',
    'accent-soft': '#000000',
    'accent-line': '#9fd0ff',
    focus: '#ffd23f',
  },
} as const satisfies Record<Light, Palette>;

const palettes = { paper, slate, contrast } as const satisfies Record<PageTheme, Record<Light, Palette>>;

/** What text must reach: WCAG 2.2 level AA (1.4.3), in the theme of strong contrast level AAA (1.4.6). */
const wantedRatio = (theme: PageTheme): number => (theme === 'contrast' ? 7 : 4.6);

const withAccent = (palette: Palette, accent: string, light: Light, ratio: number): Palette => {
  const towards = light === 'light' ? '#000000' : '#ffffff';
  const soft = ratio > 5 ? palette['accent-soft'] : mixColors(accent, palette.surface, 0.1);
  const grounds = [palette.surface, palette['surface-page'], palette['surface-sunken'], soft];
  const readable = readableColor(accent, grounds, { towards, ratio });
  return {
    ...palette,
    accent: readable,
    'accent-strong': readableColor(mixColors(towards, readable, 0.25), grounds, { towards, ratio }),
    'accent-soft': soft,
    'accent-line': ratio > 5 ? readable : mixColors(accent, palette.surface, 0.3),
  };
};

/** The colors of a theme in one light, with the institution's color where it has one, made readable where it is not. */
export const pageColors = (theme: PageTheme, light: Light, accent: string | null): Palette => {
  const palette = palettes[theme][light];
  return accent === null ? palette : withAccent(palette, accent, light, wantedRatio(theme));
};

/** How an institution's color fares in a theme and light: as it is, and as pages show it. */
export type AccentCheck = {
  readonly contrast: number;
  readonly wanted: number;
  readonly shown: Color;
  readonly adjusted: boolean;
};

/** Checks a color against the backgrounds that it is read on. */
export const checkAccent = (theme: PageTheme, light: Light, accent: string): AccentCheck => {
  const palette = pageColors(theme, light, accent);
  const contrastNow = leastContrast(accent, [
    palette.surface,
    palette['surface-page'],
    palette['surface-sunken'],
    palette['accent-soft'],
  ]);
  const wanted = wantedRatio(theme);
  return { contrast: contrastNow, wanted, shown: palette.accent, adjusted: palette.accent !== accent };
};
