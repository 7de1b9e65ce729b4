import { Menu, type MenuItemConstructorOptions } from 'electron';
import { appMenuEntries, menuGroups, type MenuEntry } from './menu-data.ts';

type MenuOptions = {
  readonly label: (key: string) => string;
  readonly runAction: (actionId: string) => void;
  readonly openLibrary: () => void;
};

const toItem = (
  entry: MenuEntry,
  { label, runAction, openLibrary }: MenuOptions,
): MenuItemConstructorOptions => {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: entry.role, label: label(entry.labelKey) };
    case 'host':
      return {
        label: label(entry.labelKey),
        ...(entry.accelerator && { accelerator: entry.accelerator }),
        click: openLibrary,
      };
    case 'action':
      return {
        label: label(entry.labelKey),
        // The page hears its own keys; registering them here as well would run an action twice.
        ...(entry.accelerator && { accelerator: entry.accelerator, registerAccelerator: false }),
        click: () => {
          runAction(entry.actionId);
        },
      };
  }
};

/** Builds the application menu from its data; macOS gets the app's own menu in front. Again when the language changes. */
export const installMenu = (options: MenuOptions): void => {
  const groups = menuGroups.map((group) => ({
    label: options.label(group.labelKey),
    submenu: group.entries.map((entry) => toItem(entry, options)),
  }));
  const own: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: appMenuEntries.map((entry) => toItem(entry, options)),
  };
  const all = process.platform === 'darwin' ? [own, ...groups] : groups;
  Menu.setApplicationMenu(Menu.buildFromTemplate(all));
};
