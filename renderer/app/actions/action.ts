import type { MessageKey, MessageValues } from '#renderer/i18n/i18n.ts';
import type { IconDrawing } from '#renderer/ui/Icon.tsx';
import type { Shortcut } from '#renderer/ui/shortcut.ts';
import type { AppStore } from '../store/create-store.ts';
import type { AppState } from '../store/state.ts';

/**
 * Where an action's keys are heard: anywhere, or only while the focus is inside an element with that `data-scope`, so that the same key may mean the same thing for different things.
 */
export type ActionScope = 'everywhere' | Place;

/** A part of the window with keys of its own, marked by `data-scope`. `entries` lie inside `board`. */
export type Place = 'navigator' | 'lists' | 'board' | 'entries';

/** Something the user can do. Buttons, keys, menus and the palette all come from these. */
export type Action = {
  /** `<feature>.<verb>`; also what the host's menu sends. */
  readonly id: string;
  readonly labelKey: MessageKey;
  readonly icon?: IconDrawing;
  readonly shortcuts?: readonly Shortcut[];
  readonly scope: ActionScope;
  /**
   * A key without Ctrl or Alt, heard only while the focus is in one of these places: speech users and people who slip
   * on the keyboard would set it off anywhere else (WCAG 2.1.4).
   */
  readonly singleKey?: { readonly key: Shortcut; readonly scopes: readonly Place[] };
  /** Whether the key is heard while text is being written. Otherwise the text keeps it. */
  readonly worksInText?: boolean;
  /** Kept out of the palette: what only makes sense with the focus on something. */
  readonly onlyInPlace?: boolean;
  /** What is to be known before it is done, shown below its name. */
  readonly hint?: (state: AppState) => { readonly key: MessageKey; readonly values: MessageValues } | null;
  readonly isAvailable: (state: AppState) => boolean;
  readonly run: (store: AppStore) => void | Promise<void>;
};
