import {
  Eye,
  FolderOpen,
  Keyboard,
  Moon,
  PanelLeft,
  PanelRight,
  Redo2,
  Rows2,
  Rows4,
  Scale,
  Search,
  Send,
  Settings,
  Sun,
  SunMoon,
  Trash2,
  Undo2,
  Images,
} from 'lucide-react';
import { canOpenOther } from '#shared/contract/capabilities.ts';
import type { IconDrawing } from '#renderer/ui/Icon.tsx';
import { isNarrow } from '../use-media.ts';
import { hasDetails } from '../view.ts';
import type { AppStore } from '../store/create-store.ts';
import type { Action } from './action.ts';

const always = () => true;

const togglePane = (store: AppStore, pane: 'navigator' | 'inspector') => {
  const { settings, changeSettings, drawer, openDrawer } = store.getState();
  if (isNarrow()) return openDrawer(drawer === pane ? null : pane);
  void changeSettings(
    pane === 'navigator'
      ? { navigatorOpen: !settings.navigatorOpen }
      : { inspectorOpen: !settings.inspectorOpen },
  );
};

const theme = (name: 'system' | 'light' | 'dark', icon: Action['icon']): Action => ({
  id: `theme.${name}`,
  labelKey: `theme.${name}`,
  ...(icon ? { icon } : {}),
  scope: 'everywhere',
  isAvailable: (state) => state.settings.theme !== name,
  run: (store) => store.getState().changeSettings({ theme: name }),
});

const density = (name: 'comfortable' | 'compact', icon: IconDrawing): Action => ({
  id: `density.${name}`,
  labelKey: `density.${name}-lists`,
  icon,
  scope: 'everywhere',
  isAvailable: (state) => state.settings.density !== name,
  run: (store) => store.getState().changeSettings({ density: name }),
});

/** What can be done anywhere. */
export const appActions: readonly Action[] = [
  {
    id: 'history.undo',
    labelKey: 'history.undo',
    icon: Undo2,
    shortcuts: ['Mod+Z'],
    scope: 'everywhere',
    isAvailable: (state) => state.history.undo !== null,
    run: (store) => store.getState().undo(),
  },
  {
    id: 'history.redo',
    labelKey: 'history.redo',
    icon: Redo2,
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    scope: 'everywhere',
    isAvailable: (state) => state.history.redo !== null,
    run: (store) => store.getState().redo(),
  },
  {
    id: 'app.palette',
    labelKey: 'app.palette',
    icon: Search,
    shortcuts: ['Mod+K'],
    scope: 'everywhere',
    worksInText: true,
    onlyInPlace: true,
    isAvailable: always,
    run: (store) => store.getState().openDialog({ kind: 'palette' }),
  },
  {
    id: 'app.shortcuts',
    labelKey: 'app.shortcuts',
    icon: Keyboard,
    shortcuts: ['Mod+/'],
    singleKey: { key: '?', scopes: ['navigator', 'lists', 'board'] },
    scope: 'everywhere',
    worksInText: true,
    isAvailable: always,
    run: (store) => store.getState().openDialog({ kind: 'shortcuts' }),
  },
  {
    id: 'view.preview',
    labelKey: 'view.preview',
    icon: Eye,
    shortcuts: ['Mod+Alt+V'],
    scope: 'everywhere',
    worksInText: true,
    isAvailable: (state) => state.topicId !== null,
    run: (store) => {
      const { view, showView } = store.getState();
      showView(view === 'preview' ? 'board' : 'preview');
    },
  },
  {
    id: 'export.publish',
    labelKey: 'export.publish',
    icon: Send,
    shortcuts: ['Mod+Shift+E'],
    scope: 'everywhere',
    worksInText: true,
    isAvailable: (state) => (state.tree?.length ?? 0) > 0,
    run: (store) => store.getState().openDialog({ kind: 'publish', topicIds: null }),
  },
  {
    id: 'view.pictures',
    labelKey: 'view.pictures',
    icon: Images,
    scope: 'everywhere',
    isAvailable: always,
    run: (store) => store.getState().showView('pictures'),
  },
  {
    id: 'view.rights',
    labelKey: 'view.rights',
    icon: Scale,
    scope: 'everywhere',
    isAvailable: always,
    run: (store) => store.getState().showView('rights'),
  },
  {
    id: 'view.trash',
    labelKey: 'view.trash',
    icon: Trash2,
    scope: 'everywhere',
    isAvailable: always,
    run: (store) => store.getState().showView('trash'),
  },
  {
    id: 'view.settings',
    labelKey: 'view.settings',
    icon: Settings,
    shortcuts: ['Mod+,'],
    scope: 'everywhere',
    worksInText: true,
    isAvailable: always,
    run: (store) => store.getState().showView('settings'),
  },
  {
    id: 'library.open-other',
    labelKey: 'library.open-other',
    icon: FolderOpen,
    scope: 'everywhere',
    isAvailable: ({ session }) => canOpenOther(session?.capabilities),
    run: (store) => {
      // A host without a dialog for folders offers the libraries that it knows.
      if (store.getState().session?.capabilities.openLibrary) return store.api.host?.openLibrary();
      return store.getState().openDialog({ kind: 'libraries' });
    },
  },
  {
    id: 'view.toggle-navigator',
    labelKey: 'view.toggle-navigator',
    icon: PanelLeft,
    shortcuts: ['Mod+Alt+1'],
    scope: 'everywhere',
    isAvailable: always,
    run: (store) => togglePane(store, 'navigator'),
  },
  {
    id: 'view.toggle-inspector',
    labelKey: 'view.toggle-inspector',
    icon: PanelRight,
    shortcuts: ['Mod+Alt+2'],
    scope: 'everywhere',
    isAvailable: hasDetails,
    run: (store) => togglePane(store, 'inspector'),
  },
  theme('system', SunMoon),
  theme('light', Sun),
  theme('dark', Moon),
  density('comfortable', Rows2),
  density('compact', Rows4),
];
