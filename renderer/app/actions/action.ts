import type { MessageKey } from '#renderer/i18n/i18n.ts';
import type { IconDrawing } from '#renderer/ui/Icon.tsx';
import type { Shortcut } from '#renderer/ui/shortcut.ts';
import type { AppStore } from '../store/create-store.ts';
import type { AppState } from '../store/state.ts';

/**
 * Where an action's key is heard. `navigator` and `entries` only while the focus is inside an element with that
 * `data-scope`, so that the same key may mean the same thing for different things.
 */
export type ActionScope = 'everywhere' | 'navigator' | 'entries';

/** Something the user can do. Buttons, keys, menus and the palette all come from these. */
export type Action = {
  /** `<feature>.<verb>`; also what the host's menu sends. */
  readonly id: string;
  readonly labelKey: MessageKey;
  readonly icon?: IconDrawing;
  readonly shortcuts?: readonly Shortcut[];
  readonly scope: ActionScope;
  /** Whether the key is heard while text is being written. Otherwise the text keeps it. */
  readonly worksInText?: boolean;
  /** Kept out of the palette: what only makes sense with the focus on something. */
  readonly onlyInPlace?: boolean;
  readonly isAvailable: (state: AppState) => boolean;
  readonly run: (store: AppStore) => void | Promise<void>;
};
