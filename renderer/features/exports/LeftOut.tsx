import { TriangleAlert } from 'lucide-react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { ExportReport } from '#shared/contract/exchange.ts';
import styles from './PublishDialog.module.css';

/** What a format had no place for, by title, so that nothing is dropped without a word. */
export const LeftOut = ({ problems }: Pick<ExportReport, 'problems'>) => {
  const t = useT();
  const leftOut = problems.filter(({ kind }) => kind === 'left-out');
  if (leftOut.length === 0) return null;
  return (
    <section aria-label={t('publish.left-out', { count: leftOut.length })} className={styles.problems}>
      <h3 className={styles.problemsTitle}>{t('publish.left-out', { count: leftOut.length })}</h3>
      <ul>
        {leftOut.map(({ title, details }) => (
          <li key={`${title} ${details}`} className={styles.problem}>
            <Icon of={TriangleAlert} />
            <span>
              <strong>{title}</strong>
              {details ? <span className={styles.details}>{details}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
