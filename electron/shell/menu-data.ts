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
      {
        kind: 'action',
        actionId: 'topic.create',
        labelKey: 'menu.new-topic',
        accelerator: 'CmdOrCtrl+Alt+O',
      },
      { kind: 'host', command: 'open-library', labelKey: 'menu.open-library', accelerator: 'CmdOrCtrl+O' },
      separator,
      { kind: 'action', actionId: 'import.files', labelKey: 'menu.import' },
      { kind: 'action', actionId: 'picture.add', labelKey: 'menu.add-pictures' },
      { kind: 'action', actionId: 'sharing.open', labelKey: 'menu.open-share' },
      {
        kind: 'action',
        actionId: 'export.publish',
        labelKey: 'menu.publish',
        accelerator: 'CmdOrCtrl+Shift+E',
      },
      separator,
      { kind: 'action', actionId: 'view.settings', labelKey: 'menu.settings', accelerator: 'CmdOrCtrl+,' },
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
      separator,
      { kind: 'action', actionId: 'search.open', labelKey: 'menu.find', accelerator: 'CmdOrCtrl+F' },
      {
        kind: 'action',
        actionId: 'bulk.replace',
        labelKey: 'menu.replace',
        accelerator: 'CmdOrCtrl+Shift+H',
      },
      { kind: 'action', actionId: 'history.open', labelKey: 'menu.history', accelerator: 'CmdOrCtrl+Alt+Z' },
    ],
  },
  {
    labelKey: 'menu.view',
    entries: [
      { kind: 'action', actionId: 'view.preview', labelKey: 'menu.preview', accelerator: 'CmdOrCtrl+Alt+V' },
      { kind: 'action', actionId: 'search.table', labelKey: 'menu.table' },
      { kind: 'action', actionId: 'view.pictures', labelKey: 'menu.pictures' },
      { kind: 'action', actionId: 'view.rights', labelKey: 'menu.rights' },
      { kind: 'action', actionId: 'view.trash', labelKey: 'menu.trash' },
      separator,
      {
        kind: 'action',
        actionId: 'view.toggle-navigator',
        labelKey: 'menu.navigator',
        accelerator: 'CmdOrCtrl+Alt+1',
      },
      {
        kind: 'action',
        actionId: 'view.toggle-inspector',
        labelKey: 'menu.inspector',
        accelerator: 'CmdOrCtrl+Alt+2',
      },
      separator,
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
      { kind: 'action', actionId: 'app.shortcuts', labelKey: 'menu.shortcuts', accelerator: 'CmdOrCtrl+/' },
      { kind: 'action', actionId: 'help.tour', labelKey: 'menu.tour' },
    ],
  },
];
