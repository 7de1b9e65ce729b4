import { Menu, type MenuItemConstructorOptions } from 'electron';
import { menuGroups, type MenuEntry } from './menu-data.ts';

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
      return { role: entry.role };
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

/** Builds the application menu from its data; macOS gets the app's own menu in front. */
export const installMenu = (options: MenuOptions): void => {
  const groups = menuGroups.map((group) => ({
    label: options.label(group.labelKey),
    submenu: group.entries.map((entry) => toItem(entry, options)),
  }));
  const appMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...appMenu, ...groups]));
};
