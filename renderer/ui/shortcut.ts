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

/** The shortcut that a key event stands for. Letters count by what they type, so that every keyboard layout works. */
export const shortcutOf = (
  event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>,
): Shortcut => {
  const mod = isApple() ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const isSign = event.key.length === 1 && event.key.toUpperCase() === event.key.toLowerCase();
  // A sign such as "?" already tells whether Shift was held, and that differs between layouts.
  return [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && !isSign && 'Shift', key]
    .filter(Boolean)
    .join('+');
};
