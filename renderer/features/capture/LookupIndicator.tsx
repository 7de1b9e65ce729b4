import { Globe } from 'lucide-react';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './Capture.module.css';

/** How far the looking up of pages is, and a way to stop it. Nothing when there is nothing to look up. */
export const LookupIndicator = () => {
  const t = useT();
  const { waiting, done } = useApp(({ lookups }) => lookups);
  if (waiting === 0) return null;
  return (
    <div className={styles.lookups} role="group" aria-label={t('capture.lookups')}>
      <Icon of={Globe} />
      <span className={styles.words}>
        {t('capture.looking-up', { number: done + 1, total: done + waiting })}
      </span>
      <ActionButton action="capture.stop" size="small" />
    </div>
  );
};
