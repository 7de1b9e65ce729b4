import { CircleCheck, TriangleAlert } from 'lucide-react';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { ExportReport } from '#shared/contract/exchange.ts';
import styles from './PublishDialog.module.css';

type ProblemListProps = Pick<ExportReport, 'problems'> & {
  /** True while the gate keeps the publication back, so that nothing may be called fine. */
  readonly isShut: boolean;
};

/** What else stands between the boards and pages to be proud of. None of it stops them. */
export const ProblemList = ({ problems, isShut }: ProblemListProps) => {
  const t = useT();
  if (problems.length === 0 && isShut) return null;
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
        {problems.map(({ kind, title, details }) => (
          <li key={`${kind} ${title} ${details}`} className={styles.problem}>
            <Icon of={TriangleAlert} />
            <span>
              <strong>{title}</strong> {messageOf(t, `problem.${kind}`, {}, kind)}
              {details ? <span className={styles.details}>{details}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
