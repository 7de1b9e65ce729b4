import { expect, test } from 'vitest';
import type { Action, ActionScope } from '#renderer/app/actions/action.ts';
import { actions } from '#renderer/app/actions/registry.ts';

type Heard = { readonly id: string; readonly key: string; readonly scope: ActionScope };

const heardBy = ({ id, scope, shortcuts = [], singleKey }: Action): readonly Heard[] => [
  ...shortcuts.map((key) => ({ id, key, scope })),
  ...(singleKey?.scopes ?? []).map((place) => ({ id, key: singleKey?.key ?? '', scope: place })),
];

/** `entries` lie inside `board`; what is heard everywhere is heard in each place. */
const surrounding: Record<ActionScope, readonly ActionScope[]> = {
  everywhere: ['everywhere'],
  navigator: ['navigator', 'everywhere'],
  lists: ['lists', 'everywhere'],
  board: ['board', 'everywhere'],
  entries: ['entries', 'board', 'everywhere'],
};
const meet = (one: ActionScope, other: ActionScope) =>
  surrounding[one].includes(other) || surrounding[other].includes(one);

const clashes = (all: readonly Action[]) => {
  const heard = all.flatMap(heardBy);
  return heard.flatMap((one, index) =>
    heard
      .slice(index + 1)
      .filter((other) => other.id !== one.id && other.key === one.key && meet(one.scope, other.scope))
      .map((other) => `${one.key}: ${one.id}, ${other.id}`),
  );
};

/** Keys that a page never gets or must not take, and from whom. */
const taken: Readonly<Record<string, string>> = {
  'Mod+N': 'new window',
  'Mod+T': 'new tab',
  'Mod+W': 'close tab',
  'Mod+Q': 'quit',
  'Mod+Shift+N': 'private window in Chrome and Edge',
  'Mod+Shift+P': 'private window in Firefox',
  'Mod+Shift+T': 'bring back a tab',
  'Mod+Shift+W': 'close the window',
  'Mod+Tab': 'next tab',
  'Mod+M': 'minimize on a Mac',
  'Mod+H': 'hide on a Mac',
  'Mod+L': 'address bar',
  'Mod+R': 'reload',
  'Mod+P': 'print',
  'Mod+S': 'save the page',
  'Mod+A': 'select all',
  'Mod+C': 'copy',
  'Mod+V': 'paste',
  'Mod+X': 'cut',
  'Mod+0': 'zoom',
  'Mod++': 'zoom',
  'Mod+-': 'zoom',
  'Mod+Alt+N': 'starts NVDA on Windows',
  'Mod+Alt+T': 'terminal on Ubuntu',
  'Mod+Alt+L': 'locks the screen on Linux',
  'Mod+Alt+B': 'bookmarks in Chrome on a Mac',
  'Mod+Alt+I': 'developer tools on a Mac',
  'Mod+Alt+Delete': 'Windows',
  'Alt+F4': 'closes the window',
  F5: 'reload',
  F6: 'next pane of the browser',
  F11: 'full screen',
  F12: 'developer tools',
  Tab: 'moves the focus',
};

test('no two actions share an id, nor a key where both would hear it', () => {
  const ids = actions.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(clashes(actions)).toEqual([]);
});

test('would notice two actions with one key, also where one place lies inside another', () => {
  const sample = (id: string, scope: ActionScope): Action => ({
    id,
    labelKey: 'app.palette',
    scope,
    shortcuts: ['M'],
    isAvailable: () => true,
    run: () => undefined,
  });
  expect(clashes([sample('a', 'entries'), sample('b', 'board')])).toEqual(['M: a, b']);
  expect(clashes([sample('a', 'entries'), sample('b', 'navigator')])).toEqual([]);
});

test('no action takes a key from the browser, the system or a screen reader', () => {
  const heard = actions.flatMap(heardBy);
  expect(heard.length).toBeGreaterThan(20);
  expect(
    heard.filter(({ key }) => key in taken).map(({ id, key }) => `${id}: ${key}, ${taken[key]}`),
  ).toEqual([]);
});

test('a key without Ctrl or Alt is heard only in a place, never everywhere', () => {
  const bare = actions
    .flatMap(heardBy)
    .filter(({ key, scope }) => scope === 'everywhere' && !/Mod|Alt|^F\d+$/.test(key));
  expect(bare).toEqual([]);
});
