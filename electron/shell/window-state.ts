import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const stateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(360).max(20_000),
  height: z.int().min(360).max(20_000),
  maximized: z.boolean(),
});

/** Where the window was: screen coordinates in device-independent pixels. */
export type WindowState = z.infer<typeof stateSchema>;

/** The state written last; null when there is none or it cannot be read, which is never worth an error. */
export const readWindowState = (file: string): WindowState | null => {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

/** Keeps the state for the next start. Losing it costs a moment of dragging, so failure is silent. */
export const writeWindowState = (file: string, state: WindowState): void => {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The folder may be read-only; the window simply opens at its usual place next time.
  }
};

/** Whether enough of the title bar lies on some screen to be grabbed; a screen may have been unplugged since. */
export const isReachable = (state: WindowState, screens: readonly Rectangle[]): boolean =>
  screens.some((area) => {
    const overlap = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x);
    return overlap >= 120 && state.y >= area.y - 8 && state.y <= area.y + area.height - 60;
  });
