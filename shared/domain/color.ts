/** A color as `#rrggbb` (sRGB). */
export type Color = `#${string}`;

type Channels = readonly [number, number, number];

const channelsOf = (color: string): Channels => {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const toColor = (channels: Channels): Color =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** `share` of the first color, the rest of the second. */
export const mixColors = (first: string, second: string, share: number): Color => {
  const [a, b] = [channelsOf(first), channelsOf(second)];
  const mixed = (index: 0 | 1 | 2) => a[index] * share + b[index] * (1 - share);
  return toColor([mixed(0), mixed(1), mixed(2)]);
};

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

const luminance = (color: string): number => {
  const [red, green, blue] = channelsOf(color);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/** The contrast ratio of two colors, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export const contrastOf = (first: string, second: string): number => {
  const [a, b] = [luminance(first) + 0.05, luminance(second) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
};

/** The least contrast that a color has with any of these backgrounds. */
export const leastContrast = (color: string, backgrounds: readonly string[]): number =>
  Math.min(...backgrounds.map((background) => contrastOf(color, background)));

/**
 * The color nearest to this one that can be read on all of these backgrounds: itself, or mixed with as little of `towards`
 * (black or white) as it takes.
 */
export const readableColor = (
  color: string,
  backgrounds: readonly string[],
  { towards, ratio }: { readonly towards: string; readonly ratio: number },
): Color => {
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mixColors(towards, color, share);
    if (leastContrast(candidate, backgrounds) >= ratio) return candidate;
  }
  return mixColors(towards, color, 1);
};
