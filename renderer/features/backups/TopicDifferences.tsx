import { useT } from '#renderer/i18n/use-t.ts';
import type { Translate } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { BackupComparison } from '#shared/contract/backups.ts';
import type { TopicId } from '#shared/model/ids.ts';
import styles from './Backups.module.css';

type Difference = BackupComparison['topics'][number];

type TopicDifferencesProps = {
  readonly topics: readonly Difference[];
  readonly isBusy: boolean;
  readonly onRestore: (target: { readonly topicId: TopicId; readonly title: string }) => void;
};

const entriesText = (t: Translate, { back, changed, away }: Difference['entries']): string =>
  [
    ...(back > 0 ? [t('backups.entries-back', { count: back })] : []),
    ...(changed > 0 ? [t('backups.entries-changed', { count: changed })] : []),
    ...(away > 0 ? [t('backups.entries-away', { count: away })] : []),
  ].join(', ') || t('backups.entries-none');

/** The topics that differ from the backup, each with a way to bring it back alone. */
export const TopicDifferences = ({ topics, isBusy, onRestore }: TopicDifferencesProps) => {
  const t = useT();
  const different = topics.filter(({ state }) => state !== 'same');
  const same = topics.length - different.length;
  return (
    <>
      {different.length > 0 ? (
        <ul className={styles.topics} aria-label={t('backups.topics')}>
          {different.map(({ topicId, title, state, entries }) => (
            <li key={topicId} className={styles.topic}>
              <span className={styles.words}>
                <span className={styles.title}>{title}</span>
                <span className={styles.facts}>
                  {t(`backups.topic-${state}`)} · {entriesText(t, entries)}
                </span>
              </span>
              {state === 'new' ? null : (
                <Button
                  size="small"
                  isDisabled={isBusy}
                  aria-label={t('backups.restore-what', { title })}
                  onPress={() => onRestore({ topicId, title })}
                >
                  {t('backups.restore-topic')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {same > 0 ? <p className={styles.facts}>{t('backups.topics-same', { count: same })}</p> : null}
    </>
  );
};
