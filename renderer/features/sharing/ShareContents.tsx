import { useT } from '#renderer/i18n/use-t.ts';
import type { SharePreview } from '#shared/contract/sharing.ts';
import type { Where } from './WhereTo.tsx';
import styles from './Sharing.module.css';

type ShareContentsProps = { readonly preview: SharePreview; readonly where: Where };

/** What is in a share file, and what opening it would do here. */
export const ShareContents = ({ preview, where }: ShareContentsProps) => {
  const t = useT();
  const { title, institution, topics, counts, changes, conflicts } = preview;
  const isNothing = changes.added + changes.changed + changes.removed === 0;
  return (
    <>
      <p className={styles.from}>
        {t(institution === '' ? 'sharing.from' : 'sharing.from-institution', { title, institution })}
      </p>
      <ul className={styles.topics}>
        {topics.map((topic) => (
          <li key={topic.id}>
            <strong>{topic.title}</strong>{' '}
            {where === 'this' ? (
              <span className={styles.state}>{t(`sharing.topic-${topic.state}`)}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('sharing.holds', counts)}</p>
      {where === 'new' || (isNothing && conflicts.length > 0) ? null : (
        <p className={styles.hint}>{isNothing ? t('sharing.nothing') : t('sharing.would', changes)}</p>
      )}
    </>
  );
};
