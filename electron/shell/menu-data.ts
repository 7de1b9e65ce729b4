import type { MenuItemConstructorOptions } from 'electron';

/** A line of the application menu: an action of the interface, something the system does itself, or a group. */
export type MenuEntry =
  | {
      readonly kind: 'action';
      readonly actionId: string;
      readonly labelKey: string;
      readonly accelerator?: string;
    }
  | {
      readonly kind: 'role';
      readonly role: NonNullable<MenuItemConstructorOptions['role']>;
      readonly labelKey?: string;
    }
  | {
      readonly kind: 'host';
      readonly command: 'open-library';
      readonly labelKey: string;
      readonly accelerator?: string;
    }
  | { readonly kind: 'separator' };

export type MenuGroup = { readonly labelKey: string; readonly entries: readonly MenuEntry[] };

const separator: MenuEntry = { kind: 'separator' };
const role = (name: NonNullable<MenuItemConstructorOptions['role']>): MenuEntry => ({
  kind: 'role',
  role: name,
});

/** The whole menu. Ids are those of the interface's action registry; labels are messages. */
export const menuGroups: readonly MenuGroup[] = [
  {
    labelKey: 'menu.file',
    entries: [
      { kind: 'action', actionId: 'topic.create', labelKey: 'menu.new-topic' },
      { kind: 'host', command: 'open-library', labelKey: 'menu.open-library', accelerator: 'CmdOrCtrl+O' },
      separator,
      { kind: 'action', actionId: 'import.files', labelKey: 'menu.import' },
      { kind: 'action', actionId: 'sharing.open', labelKey: 'menu.open-share' },
      { kind: 'action', actionId: 'export.publish', labelKey: 'menu.publish' },
      separator,
      role('quit'),
    ],
  },
  {
    labelKey: 'menu.edit',
    entries: [
      { kind: 'action', actionId: 'history.undo', labelKey: 'menu.undo', accelerator: 'CmdOrCtrl+Z' },
      { kind: 'action', actionId: 'history.redo', labelKey: 'menu.redo', accelerator: 'CmdOrCtrl+Shift+Z' },
      separator,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
    ],
  },
  {
    labelKey: 'menu.view',
    entries: [
      { kind: 'action', actionId: 'view.preview', labelKey: 'menu.preview' },
      { kind: 'action', actionId: 'app.palette', labelKey: 'menu.palette', accelerator: 'CmdOrCtrl+K' },
      separator,
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      role('togglefullscreen'),
    ],
  },
  {
    labelKey: 'menu.help',
    entries: [
      { kind: 'action', actionId: 'help.guide', labelKey: 'menu.guide', accelerator: 'F1' },
      { kind: 'action', actionId: 'app.shortcuts', labelKey: 'menu.shortcuts' },
      { kind: 'action', actionId: 'help.tour', labelKey: 'menu.tour' },
    ],
  },
];
