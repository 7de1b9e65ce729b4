import type { Ticket } from '../model/ids.ts';

/** What the user is asked to choose a place for: a folder to write into, or one file. */
export type SaveRequest =
  | { readonly kind: 'folder'; readonly suggestedName: string }
  | {
      readonly kind: 'file';
      /** A name to start from, without a path. */
      readonly suggestedName: string;
      /** The ending of its name, without the dot. */
      readonly extension: string;
    };

/**
 * What the Electron preload puts on `window.carrel`, and nothing else: the few things a web page cannot do itself.
 * Places are opaque tickets; no path crosses to the page. Absent under the browser host.
 */
export type PreloadApi = {
  /** Hears the id of an action (`history.undo`, `topic.create` …) when its menu item is chosen. Answers "stop". */
  readonly onMenu: (listener: (actionId: string) => void) => () => void;
  /** Opens the host's save dialog; null when the user cancels. */
  readonly chooseSaveLocation: (request: SaveRequest) => Promise<Ticket | null>;
  /** Shows what was written in the system's file manager. */
  readonly reveal: (ticket: Ticket) => Promise<void>;
  /** Lets the user choose another library, which then opens in this window. */
  readonly openLibrary: () => Promise<void>;
};
