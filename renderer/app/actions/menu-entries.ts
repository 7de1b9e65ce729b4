import type { Translate } from '#renderer/i18n/i18n.ts';
import type { MenuEntry } from '#renderer/ui/Menu.tsx';
import type { AppStore } from '../store/create-store.ts';
import { findAction } from './registry.ts';

/** Lines of a menu for actions of the registry, by id; `-` is a line between. What cannot be done now is disabled. */
export const menuEntries = (store: AppStore, t: Translate, ids: readonly string[]): readonly MenuEntry[] =>
  ids.flatMap((id, index): MenuEntry[] => {
    if (id === '-') return [{ id: `separator-${index}`, isSeparator: true }];
    const action = findAction(id);
    if (!action) return [];
    return [
      {
        id,
        label: t(action.labelKey),
        icon: action.icon,
        shortcut: action.singleKey?.key ?? action.shortcuts?.[0],
        isDisabled: !action.isAvailable(store.getState()),
        run: () => void action.run(store),
      },
    ];
  });
