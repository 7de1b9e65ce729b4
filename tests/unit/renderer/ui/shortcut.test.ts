import { expect, test } from 'vitest';
import { shortcutOf } from '#renderer/ui/shortcut.ts';

const press = (key: string, held: string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: false,
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

test.each([
  [press('z', ['ctrl']), 'Mod+Z'],
  [press('Z', ['ctrl', 'shift']), 'Mod+Shift+Z'],
  [press('ArrowUp', ['alt', 'shift']), 'Alt+Shift+ArrowUp'],
  [press('?', ['shift']), '?'],
  [press('Delete'), 'Delete'],
])('reads %j as %s', (event, shortcut) => {
  expect(shortcutOf(event)).toBe(shortcut);
});
