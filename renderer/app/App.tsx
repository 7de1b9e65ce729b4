import { useEffect } from 'react';
import { BackupsView } from '#renderer/features/backups/BackupsView.tsx';
import { Board } from '#renderer/features/board/Board.tsx';
import { BulkProgress } from '#renderer/features/bulk/BulkProgress.tsx';
import { DuplicatesView } from '#renderer/features/duplicates/DuplicatesView.tsx';
import { PreviewView } from '#renderer/features/exports/PreviewView.tsx';
import { DropEverywhere } from '#renderer/features/capture/DropEverywhere.tsx';
import { GuideView } from '#renderer/features/guide/GuideView.tsx';
import { Tour } from '#renderer/features/guide/Tour.tsx';
import { PictureUploadBar } from '#renderer/features/images/PictureUploadBar.tsx';
import { PicturesView } from '#renderer/features/images/PicturesView.tsx';
import { Inspector } from '#renderer/features/inspector/Inspector.tsx';
import { SettingsView } from '#renderer/features/library/SettingsView.tsx';
import { TrashView } from '#renderer/features/library/TrashView.tsx';
import { RightsView } from '#renderer/features/rights/RightsView.tsx';
import { SearchView } from '#renderer/features/search/SearchView.tsx';
import { Navigator } from '#renderer/features/topics/Navigator.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useShortcuts } from './actions/use-shortcuts.ts';
import styles from './App.module.css';
import { Dialogs } from './Dialogs.tsx';
import { Notices } from './Notices.tsx';
import { Pane } from './Pane.tsx';
import { SafeArea } from './SafeArea.tsx';
import { useApp } from './store/use-app.ts';
import { TopBar } from './TopBar.tsx';
import type { Selection } from './selection.ts';
import type { View } from './view.ts';

const views: Record<View, () => React.ReactNode> = {
  board: Board,
  search: SearchView,
  preview: PreviewView,
  pictures: PicturesView,
  rights: RightsView,
  duplicates: DuplicatesView,
  trash: TrashView,
  backups: BackupsView,
  settings: SettingsView,
  guide: GuideView,
};

/** What is selected, in short: thousands of entries are one thing here. */
const selectionKey = (selection: Selection): string =>
  selection.kind === 'entries' || selection.kind === 'resources' ? selection.kind : JSON.stringify(selection);

const useTheme = () => {
  const theme = useApp((state) => state.settings.theme);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
};

const useWindowTitle = () => {
  const t = useT();
  const { topic, library } = useApp((state) => ({
    topic: state.board?.topic.title,
    library: state.session?.library.title ?? '',
  }));
  useEffect(() => {
    document.title = topic ? t('app.window', { topic, library }) : library;
  }, [t, topic, library]);
};

/** The whole window: three panes below a bar. */
export const App = () => {
  const t = useT();
  const { view, topicId, selection } = useApp((state) => ({
    view: state.view,
    topicId: state.topicId,
    selection: state.selection,
  }));
  const CurrentView = views[view];
  useShortcuts();
  useTheme();
  useWindowTitle();
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#main">
        {t('app.skip')}
      </a>
      <TopBar />
      <div className={styles.panes}>
        <Pane side="navigator">
          <Navigator />
        </Pane>
        <main id="main" tabIndex={-1} className={styles.main}>
          <SafeArea resetKey={`${view} ${topicId}`}>
            <CurrentView />
          </SafeArea>
        </main>
        <Pane side="inspector">
          <SafeArea resetKey={selectionKey(selection)}>
            <Inspector />
          </SafeArea>
        </Pane>
      </div>
      <DropEverywhere />
      <PictureUploadBar />
      <BulkProgress />
      <Dialogs />
      <Tour />
      <Notices />
    </div>
  );
};
