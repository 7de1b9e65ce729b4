import type { Translate } from '#renderer/i18n/i18n.ts';
import type { MenuEntry } from '#renderer/ui/Menu.tsx';
import type { AppStore } from '../store/create-store.ts';
import type { AppState } from '../store/state.ts';
import { findAction } from './registry.ts';

/**
 * Lines of a menu for actions of the registry, by id; `-` is a line between. What cannot be done now is disabled. `about`
 * says what the menu is about, where that is not what is open or chosen anyway.
 */
export const menuEntries = (
  store: AppStore,
  t: Translate,
  ids: readonly string[],
  about: Partial<AppState> = {},
): readonly MenuEntry[] =>
  ids.flatMap((id, index): MenuEntry[] => {
    if (id === '-') return [{ id: `separator-${index}`, isSeparator: true }];
    const action = findAction(id);
    if (!action) return [];
    const state = { ...store.getState(), ...about };
    const hint = action.hint?.(state);
    return [
      {
        id,
        label: t(action.labelKey),
        icon: action.icon,
        shortcut: action.singleKey?.key ?? action.shortcuts?.[0],
        hint: hint ? t(hint.key, hint.values) : undefined,
        isDisabled: !action.isAvailable(state),
        run: () => {
          store.setState(about);
          void action.run(store);
        },
      },
    ];
  });
