import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import styles from './Backups.module.css';
import { useBackupWords } from './use-backup-words.ts';
import type { Backup } from './use-backups.ts';

type BackupListProps = {
  readonly backups: readonly Backup[];
  readonly open: string | null;
  readonly onCompare: (backup: Backup) => void;
};

/** The backups, newest first, by when they were taken and how large they are. */
export const BackupList = ({ backups, open, onCompare }: BackupListProps) => {
  const t = useT();
  const words = useBackupWords();
  return (
    <ul className={styles.backups} aria-label={t('view.backups')}>
      {backups.map((backup) => (
        <li key={backup.name} className={cx(styles.backup, open === backup.name && styles.open)}>
          <span className={styles.when}>{words.time(backup.at)}</span>
          <span className={styles.facts}>{words.size(backup.bytes)}</span>
          <Button
            size="small"
            aria-label={t('backups.compare-what', { time: words.time(backup.at) })}
            aria-expanded={open === backup.name}
            onPress={() => onCompare(backup)}
          >
            {t('backups.compare')}
          </Button>
        </li>
      ))}
    </ul>
  );
};
