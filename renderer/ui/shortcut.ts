const isApple = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iP(?:hone|ad)/.test(navigator.platform);

/** A key with its modifiers, in the order `Mod+Alt+Shift+Key`: `Mod+Shift+Z`, `Alt+ArrowUp`, `F2`. `Mod` is ⌘ or Ctrl. */
export type Shortcut = string;

const appleNames: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
const otherNames: Record<string, string> = { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };
const keyNames: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Escape: 'Esc',
};

/** A shortcut as this system's users know it: `⌘⇧Z` or `Ctrl+Shift+Z`. */
export const shortcutText = (shortcut: Shortcut): string => {
  const apple = isApple();
  const names = { ...keyNames, ...(apple ? appleNames : otherNames) };
  return shortcut
    .split('+')
    .map((part) => names[part] ?? part)
    .join(apple ? '' : '+');
};

/** A shortcut as `aria-keyshortcuts` wants it. */
export const shortcutForAria = (shortcut: Shortcut): string =>
  shortcut.replace('Mod', isApple() ? 'Meta' : 'Control');

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/** What a key types. ⌥ on a Mac types another sign (⌥A is å) or none yet (⌥N): there the key itself counts. */
const typedBy = ({ key, code, altKey }: Press): string =>
  altKey && isApple() ? (/^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? key) : key;

/** The shortcut that a key event stands for. Letters count by what they type, so that every keyboard layout works. */
export const shortcutOf = (event: Press): Shortcut => {
  const mod = isApple() ? event.metaKey : event.ctrlKey;
  const typed = typedBy(event);
  const key = typed.length === 1 ? typed.toUpperCase() : typed;
  const isSign = typed.length === 1 && typed.toUpperCase() === typed.toLowerCase();
  // A sign such as "?" already tells whether Shift was held, and that differs between layouts.
  return [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && !isSign && 'Shift', key]
    .filter(Boolean)
    .join('+');
};
