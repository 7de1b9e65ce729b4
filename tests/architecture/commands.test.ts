import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Action } from '#renderer/app/actions/action.ts';
import { heardIn, scopes } from '#renderer/app/actions/heard-keys.ts';
import { actions } from '#renderer/app/actions/registry.ts';

const renderer = join(import.meta.dirname, '..', '..', 'renderer');

/** Menus that hold no commands: a choice of one of several values or things, or what belongs to one line of a list. */
const choices: Readonly<Record<string, string>> = {
  'features/board/SectionHead.tsx': 'order and length of a section, beside its commands',
  'features/search/SearchFilters.tsx': 'values to filter by',
  'features/imports/ImportReportView.tsx': 'the form of a report',
  'features/credits/CreditLinePreview.tsx': 'the form of a credit line',
  'features/table/ColumnsMenu.tsx': 'columns to show',
};

const sources = globSync('**/*.{ts,tsx}', { cwd: renderer }).map((path) => ({
  path: relative(renderer, join(renderer, path)).replaceAll('\\', '/'),
  text: readFileSync(join(renderer, path), 'utf8'),
}));

const hasMenu = (text: string): boolean => /<(?:Context)?Menu\b/.test(text);

describe('commands', () => {
  it('come from the registry, in every menu that is not one of choices', () => {
    const menus = sources.filter(({ text }) => hasMenu(text));
    expect(menus.length).toBeGreaterThan(8);
    const loose = menus.filter(({ path, text }) => !text.includes('menuEntries(') && !(path in choices));
    expect(loose.map(({ path }) => path)).toEqual([]);
    const gone = Object.keys(choices).filter((path) => !menus.some((menu) => menu.path === path));
    expect(gone).toEqual([]);
  });

  it('are named by ids that the registry has, in menus and buttons', () => {
    const known = new Set(actions.map(({ id }) => id));
    const named = sources.flatMap(({ path, text }) => [
      ...[...text.matchAll(/<ActionButton\s+action="([^"]+)"/g)].map(([, id]) => [path, id] as const),
      ...[...text.matchAll(/\b(?:runAction|findAction)\((?:store, )?'([^']+)'/g)].map(
        ([, id]) => [path, id] as const,
      ),
      ...[...text.matchAll(/menuEntries\(store, t, \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/'([^']+)'/g)].map(([, id]) => [path, id] as const),
      ),
    ]);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, id = '']) => id !== '-' && !known.has(id))).toEqual([]);
  });

  it('stand in the sheet of keys under each place in which a key of theirs works, and nowhere else', () => {
    const shown = scopes.flatMap((place) =>
      heardIn(actions, place).flatMap(({ action, keys }) =>
        keys.map((key) => `${place} ${key} ${action.id}`),
      ),
    );
    const heard = actions.flatMap(({ id, scope, shortcuts = [], singleKey }) => [
      ...shortcuts.map((key) => `${scope} ${key} ${id}`),
      ...(singleKey?.scopes ?? []).map((place) => `${place} ${singleKey?.key} ${id}`),
    ]);
    expect(shown.toSorted()).toEqual(heard.toSorted());
    const help = {
      id: 'x',
      singleKey: { key: '?', scopes: ['board'] },
      scope: 'everywhere',
    } as unknown as Action;
    expect(heardIn([help], 'everywhere')).toEqual([]);
    expect(heardIn([help], 'board')).toEqual([{ action: help, keys: ['?'] }]);
  });
});
