/** The colors that every page is judged in, by the words of a test's name. Without motion: what is half faded in has no colors to judge yet. */
export const colorLooks = [
  ['in light', { colorScheme: 'light', reducedMotion: 'reduce' }],
  ['in dark', { colorScheme: 'dark', reducedMotion: 'reduce' }],
  ['in forced colors', { forcedColors: 'active', reducedMotion: 'reduce' }],
] as const;
