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
      readonly labelKey: string;
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
// Electron names its roles in English only.
const role = (name: NonNullable<MenuItemConstructorOptions['role']>, labelKey: string): MenuEntry => ({
  kind: 'role',
  role: name,
  labelKey,
});

const action = (actionId: string, labelKey: string, accelerator?: string): MenuEntry => ({
  kind: 'action',
  actionId,
  labelKey,
  ...(accelerator === undefined ? {} : { accelerator }),
});

/** The app's own menu, which macOS puts first. */
export const appMenuEntries: readonly MenuEntry[] = [
  role('about', 'menu.about'),
  separator,
  role('services', 'menu.services'),
  separator,
  role('hide', 'menu.hide'),
  role('hideOthers', 'menu.hide-others'),
  role('unhide', 'menu.unhide'),
  separator,
  role('quit', 'menu.quit'),
];

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
      action('sharing.open', 'menu.open-share'),
      action('sharing.send', 'sharing.send'),
      separator,
      action('backups.take', 'backups.take'),
      action('trash.empty', 'trash.empty'),
      separator,
      action('rights.dossier', 'rights.dossier'),
      action('rights.dossier-topic', 'rights.dossier-topic'),
      {
        kind: 'action',
        actionId: 'export.publish',
        labelKey: 'menu.publish',
        accelerator: 'CmdOrCtrl+Shift+E',
      },
      separator,
      { kind: 'action', actionId: 'view.settings', labelKey: 'menu.settings', accelerator: 'CmdOrCtrl+,' },
      separator,
      role('quit', 'menu.quit'),
    ],
  },
  {
    labelKey: 'menu.edit',
    entries: [
      { kind: 'action', actionId: 'history.undo', labelKey: 'menu.undo', accelerator: 'CmdOrCtrl+Z' },
      { kind: 'action', actionId: 'history.redo', labelKey: 'menu.redo', accelerator: 'CmdOrCtrl+Shift+Z' },
      separator,
      role('cut', 'menu.cut'),
      role('copy', 'menu.copy'),
      role('paste', 'menu.paste'),
      role('selectAll', 'menu.select-all'),
      separator,
      { kind: 'action', actionId: 'search.open', labelKey: 'menu.find', accelerator: 'CmdOrCtrl+F' },
      {
        kind: 'action',
        actionId: 'bulk.replace',
        labelKey: 'menu.replace',
        accelerator: 'CmdOrCtrl+Shift+H',
      },
      action('bulk.edit', 'bulk.edit', 'CmdOrCtrl+Shift+B'),
      action('bulk.merge', 'bulk.merge'),
      action('bulk.topics', 'bulk.topics'),
      { kind: 'action', actionId: 'history.open', labelKey: 'menu.history', accelerator: 'CmdOrCtrl+Alt+Z' },
    ],
  },
  {
    labelKey: 'menu.topic',
    entries: [
      action('topic.create-inside', 'topic.create-inside'),
      action('topic.rename', 'topic.rename', 'F2'),
      action('topic.describe', 'topic.describe'),
      action('topic.move-to', 'topic.move-to'),
      action('topic.duplicate', 'topic.duplicate'),
      action('template.keep', 'template.keep'),
      separator,
      action('resource.create', 'resource.create', 'CmdOrCtrl+Alt+A'),
      action('resource.add-from-library', 'resource.add-from-library'),
      separator,
      action('section.add', 'section.add'),
      action('section.by-hand', 'section.by-hand'),
      action('section.live', 'section.live'),
      action('section.move-up', 'section.move-up', 'CmdOrCtrl+Shift+Up'),
      action('section.move-down', 'section.move-down', 'CmdOrCtrl+Shift+Down'),
      action('section.remove', 'section.remove'),
      separator,
      action('hero.credit', 'hero.credit'),
      action('hero.replace', 'hero.replace'),
      action('hero.aim', 'hero.aim'),
      action('hero.whole', 'hero.whole'),
      action('hero.remove', 'hero.remove'),
      separator,
      action('evidence.add-file', 'evidence.add-file'),
      action('evidence.add-note', 'evidence.add-note'),
    ],
  },
  {
    labelKey: 'menu.view',
    entries: [
      { kind: 'action', actionId: 'view.preview', labelKey: 'menu.preview', accelerator: 'CmdOrCtrl+Alt+V' },
      { kind: 'action', actionId: 'search.table', labelKey: 'menu.table' },
      { kind: 'action', actionId: 'view.pictures', labelKey: 'menu.pictures' },
      { kind: 'action', actionId: 'view.rights', labelKey: 'menu.rights' },
      action('view.duplicates', 'view.duplicates'),
      action('view.backups', 'view.backups'),
      { kind: 'action', actionId: 'view.trash', labelKey: 'menu.trash' },
      separator,
      action('search.save', 'search.save'),
      action('capture.stop', 'capture.stop'),
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
      action('theme.system', 'theme.system'),
      action('theme.light', 'theme.light'),
      action('theme.dark', 'theme.dark'),
      action('density.comfortable', 'density.comfortable-lists'),
      action('density.compact', 'density.compact-lists'),
      separator,
      { kind: 'action', actionId: 'app.palette', labelKey: 'menu.palette', accelerator: 'CmdOrCtrl+K' },
      separator,
      role('resetZoom', 'menu.reset-zoom'),
      role('zoomIn', 'menu.zoom-in'),
      role('zoomOut', 'menu.zoom-out'),
      role('togglefullscreen', 'menu.full-screen'),
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
