import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { saveState } from './store/connection-slice.ts';
import { useApp } from './store/use-app.ts';
import styles from './TopBar.module.css';

const drawings = { saved: Check, saving: LoaderCircle, unsaved: TriangleAlert, problem: CloudOff };

/** Whether everything is on the disk. Says "saved" only when the core has answered every call, and refused none for it. */
export const SaveIndicator = () => {
  const t = useT();
  const { state, reload } = useApp((current) => ({ state: saveState(current), reload: current.reload }));
  const isTrouble = state === 'problem' || state === 'unsaved';
  return (
    <div className={cx(styles.saved, isTrouble && styles.problem)} data-save-state={state}>
      <Icon of={drawings[state]} />
      <span className={styles.savedText}>{t(`save.${state}`)}</span>
      {state === 'problem' ? (
        <Button size="small" onPress={() => void reload()}>
          {t('save.retry')}
        </Button>
      ) : null}
    </div>
  );
};
