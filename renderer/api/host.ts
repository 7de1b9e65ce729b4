import type { PreloadApi } from '#shared/contract/preload.ts';

declare global {
  interface Window {
    readonly carrel?: PreloadApi;
  }
}

/** What the program around the page offers; null in a plain browser. Ask the session's capabilities before using it. */
export type HostBridge = PreloadApi;

/** Finds the bridge that the Electron preload puts into the page. */
export const findHost = (): HostBridge | null => window.carrel ?? null;
