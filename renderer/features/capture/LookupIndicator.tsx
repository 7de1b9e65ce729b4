import { Globe, X } from 'lucide-react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './Capture.module.css';

/** How far the looking up of pages is, and a way to stop it. Nothing when there is nothing to look up. */
export const LookupIndicator = () => {
  const t = useT();
  const { lookups, mutate } = useApp(({ lookups, mutate }) => ({ lookups, mutate }));
  const { waiting, done } = lookups;
  if (waiting === 0) return null;
  return (
    <div className={styles.lookups} role="group" aria-label={t('capture.lookups')}>
      <Icon of={Globe} />
      <span className={styles.words}>
        {t('capture.looking-up', { number: done + 1, total: done + waiting })}
      </span>
      <IconButton
        icon={X}
        size="small"
        label={t('capture.stop')}
        onPress={() => void mutate('capture.stopLookups', {})}
      />
    </div>
  );
};
