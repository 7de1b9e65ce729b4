import { describe, expect, it } from 'vitest';
import { appMenuEntries, menuGroups } from '../../electron/shell/menu-data.ts';
import { createWords } from '../../electron/shell/words.ts';
import { actions } from '#renderer/app/actions/registry.ts';
import { interfaceLanguages } from '#shared/domain/interface-language.ts';

const entries = menuGroups.flatMap((group) => group.entries);

describe('the application menu', () => {
  it('names only actions that the interface has', () => {
    const known = new Set(actions.map(({ id }) => id));
    const named = entries.flatMap((entry) => (entry.kind === 'action' ? [entry.actionId] : []));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('has everything that can be done anywhere', () => {
    const named = new Set(entries.flatMap((entry) => (entry.kind === 'action' ? [entry.actionId] : [])));
    // The menu opens another library by itself, with the system's dialog.
    named.add('library.open-other');
    const missing = actions.filter(
      ({ id, scope, onlyInPlace }) => scope === 'everywhere' && !onlyInPlace && !named.has(id),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('shows the keys that the interface hears', () => {
    const asAccelerator = (shortcut: string) => shortcut.replace('Mod', 'CmdOrCtrl').replaceAll('Arrow', '');
    const shown = entries.flatMap((entry) =>
      entry.kind === 'action' ? [[entry.actionId, entry.accelerator]] : [],
    );
    const heard = actions.map(({ id, shortcuts = [] }) => [id, shortcuts.map(asAccelerator)[0]] as const);
    expect(shown).toEqual(shown.map(([id]) => [id, new Map(heard).get(id ?? '')]));
  });

  it.each(interfaceLanguages)('has words of %s for everything in it', (language) => {
    const { label, speak } = createWords();
    speak(language);
    const keys = [
      ...menuGroups.map(({ labelKey }) => labelKey),
      ...[...entries, ...appMenuEntries].flatMap((entry) =>
        entry.kind === 'separator' ? [] : [entry.labelKey],
      ),
    ];
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((key) => label(key) === key)).toEqual([]);
    expect(label('menu.nothing-of-the-kind')).toBe('menu.nothing-of-the-kind');
  });
});
