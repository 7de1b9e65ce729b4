import { useEffect, useRef } from 'react';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { BackupComparison as Comparison } from '#shared/contract/backups.ts';
import type { TopicId } from '#shared/model/ids.ts';
import styles from './Backups.module.css';
import { TopicDifferences } from './TopicDifferences.tsx';
import { useBackupWords } from './use-backup-words.ts';
import type { Backup } from './use-backups.ts';

/** One topic, or (null) the whole library. */
export type RestoreTarget = { readonly topicId: TopicId; readonly title: string } | null;

type BackupComparisonProps = {
  readonly backup: Backup;
  readonly isBusy: boolean;
  readonly onRestore: (target: RestoreTarget) => void;
};

const tables = ['topics', 'resources', 'placements', 'images'] as const;

const isSame = ({ topics, resources, images }: Comparison): boolean =>
  topics.every(({ state }) => state === 'same') &&
  [resources, images].every(({ back, changed, away }) => back + changed + away === 0);

const Totals = ({ comparison }: { readonly comparison: Comparison }) => {
  const t = useT();
  const { resources, images, missingPictures } = comparison;
  return (
    <ul className={styles.totals}>
      <li>{t('backups.resources', resources)}</li>
      <li>{t('backups.pictures', images)}</li>
      {missingPictures > 0 ? <li>{t('backups.missing', { count: missingPictures })}</li> : null}
    </ul>
  );
};

/** What going back to a backup would bring back, change and take away, and ways to do it. */
export const BackupComparison = ({ backup, isBusy, onRestore }: BackupComparisonProps) => {
  const t = useT();
  const words = useBackupWords();
  const { data, error } = useQuery('backups.compare', { name: backup.name }, tables);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [backup.name]);
  const title = t('backups.comparison', { time: words.time(backup.at) });
  return (
    <section className={styles.comparison} aria-label={title} aria-busy={data === null && error === null}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {title}
      </h2>
      {error === null ? null : <p>{errorMessage(t, error)}</p>}
      {data === null && error === null ? <p>{t('backups.comparing')}</p> : null}
      {data && isSame(data) ? <p>{t('backups.same')}</p> : null}
      {data && !isSame(data) ? (
        <>
          <p className={styles.facts}>{t('backups.going-back')}</p>
          <Totals comparison={data} />
          <TopicDifferences topics={data.topics} isBusy={isBusy} onRestore={onRestore} />
          <p className={styles.facts}>{t('backups.whole-help')}</p>
          <Button look="primary" isDisabled={isBusy} onPress={() => onRestore(null)}>
            {t('backups.restore-whole')}
          </Button>
        </>
      ) : null}
    </section>
  );
};
