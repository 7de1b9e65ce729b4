import { afterEach, expect, test, vi } from 'vitest';
import { shortcutOf } from '#renderer/ui/shortcut.ts';

const press = (key: string, held: string[] = []) => ({
  key,
  code: '',
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

afterEach(() => vi.unstubAllGlobals());

test('hears a key with ⌥ on a Mac by the key, whatever sign it types', () => {
  vi.stubGlobal('navigator', { platform: 'MacIntel' });
  const held = { metaKey: true, altKey: true, ctrlKey: false, shiftKey: false };
  expect(shortcutOf({ ...held, key: 'å', code: 'KeyA' })).toBe('Mod+Alt+A');
  expect(shortcutOf({ ...held, key: '¡', code: 'Digit1' })).toBe('Mod+Alt+1');
  expect(shortcutOf({ ...held, metaKey: false, key: 'ArrowUp', code: 'ArrowUp' })).toBe('Alt+ArrowUp');
});
