import { useEffect, useState } from 'react';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { App } from './App.tsx';
import styles from './App.module.css';
import { fontsReady } from './fonts-ready.ts';
import { useAppStore } from './store/use-app.ts';

/** Starts the store, then draws the app; says what is wrong, and tries again, when the core cannot be reached. */
export const Boot = () => {
  const t = useT();
  const store = useAppStore();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ ready: boolean; error: unknown }>({ ready: false, error: null });

  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    const fonts = fontsReady();
    store.start().then(
      async (stopFollowing) => {
        await fonts;
        if (isGone) return stopFollowing();
        stop = stopFollowing;
        setState({ ready: true, error: null });
      },
      (error: unknown) => setState({ ready: false, error }),
    );
    return () => {
      isGone = true;
      stop?.();
    };
  }, [store, attempt]);

  if (state.ready) return <App />;
  if (state.error === null) return null;
  return (
    <main className={styles.failure}>
      <EmptyState title={t('boot.failed')} text={errorMessage(t, state.error)}>
        <Button look="primary" onPress={() => setAttempt(attempt + 1)}>
          {t('save.retry')}
        </Button>
      </EmptyState>
    </main>
  );
};
