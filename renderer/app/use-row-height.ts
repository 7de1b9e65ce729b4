import { useApp } from './store/use-app.ts';

/** Heights of lines in CSS pixels, as the tokens make them where nothing wraps: lists count with them before they draw. */
const heights = {
  entry: { comfortable: 46, compact: 28 },
  /** With a snippet. */
  result: { comfortable: 66, compact: 47 },
  topic: { comfortable: 32, compact: 26 },
  cells: { comfortable: 33, compact: 27 },
} as const;

/** How high a line of such a list is in the density that was chosen, in CSS pixels. */
export const useRowHeight = (line: keyof typeof heights): number =>
  useApp(({ settings }) => heights[line][settings.density]);
