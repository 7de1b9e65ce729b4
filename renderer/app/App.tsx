import { useEffect, useLayoutEffect, type ComponentType } from 'react';
import { Board } from '#renderer/features/board/Board.tsx';
import { BulkProgress } from '#renderer/features/bulk/BulkProgress.tsx';
import { DropEverywhere } from '#renderer/features/capture/DropEverywhere.tsx';
import { Tour } from '#renderer/features/guide/Tour.tsx';
import { PictureUploadBar } from '#renderer/features/images/PictureUploadBar.tsx';
import { Inspector } from '#renderer/features/inspector/Inspector.tsx';
import { Navigator } from '#renderer/features/topics/Navigator.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { followFingers } from '#renderer/ui/rows/finger-drag.ts';
import { useShortcuts } from './actions/use-shortcuts.ts';
import styles from './App.module.css';
import { Dialogs } from './Dialogs.tsx';
import { Notices } from './Notices.tsx';
import { Pane } from './Pane.tsx';
import { viewParts } from './parts.ts';
import { SafeArea } from './SafeArea.tsx';
import { useApp } from './store/use-app.ts';
import { TopBar } from './TopBar.tsx';
import { useLaterParts } from './use-later-parts.ts';
import { useLeaveDetails } from './use-leave-details.ts';
import { useViewFocus } from './use-view-focus.ts';
import { manyChosen, type Selection } from './selection.ts';
import type { View } from './view.ts';

const views: Record<View, ComponentType> = { board: Board, ...viewParts };

/** What is selected, in short: thousands of entries are one thing here. */
const selectionKey = (selection: Selection): string =>
  manyChosen(selection) === null ? JSON.stringify(selection) : selection.kind;

const useLook = () => {
  const { theme, density } = useApp(({ settings: { theme, density } }) => ({ theme, density }));
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  // Before the first paint, so that no list jumps.
  useLayoutEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
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
  const { view, topicId, selection, dialog, openDialog } = useApp((state) => ({
    view: state.view,
    topicId: state.topicId,
    selection: state.selection,
    dialog: state.dialog?.kind ?? '',
    openDialog: state.openDialog,
  }));
  const CurrentView = views[view];
  useShortcuts();
  useViewFocus();
  useLeaveDetails();
  useLaterParts();
  useLook();
  useWindowTitle();
  useEffect(followFingers, []);
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
      <SafeArea resetKey={dialog} onClose={() => openDialog(null)}>
        <Dialogs />
      </SafeArea>
      <Tour />
      <Notices />
    </div>
  );
};
