import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { ExportReport } from '#shared/contract/exchange.ts';
import styles from './PublishDialog.module.css';

/** What stands between the boards and pages to be proud of. Only an undecided license stops them. */
export const ProblemList = ({ problems }: Pick<ExportReport, 'problems'>) => {
  const t = useT();
  if (problems.length === 0) {
    return (
      <p className={styles.fine}>
        <Icon of={CircleCheck} />
        {t('publish.fine')}
      </p>
    );
  }
  return (
    <section aria-label={t('publish.problems')} className={styles.problems}>
      <h3 className={styles.problemsTitle}>{t('publish.to-mend', { count: problems.length })}</h3>
      <ul>
        {problems.map(({ kind, title, details }) => {
          const blocks = kind === 'license-undecided';
          return (
            <li key={`${kind} ${title} ${details}`} className={cx(styles.problem, blocks && styles.blocks)}>
              <Icon of={blocks ? OctagonX : TriangleAlert} />
              <span>
                <strong>{title}</strong> {messageOf(t, `problem.${kind}`, {}, kind)}
                {details ? <span className={styles.details}>{details}</span> : null}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
