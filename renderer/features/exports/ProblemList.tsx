import { CircleCheck, TriangleAlert } from 'lucide-react';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { ProblemToMend } from '#shared/contract/exchange.ts';
import type { ImageId } from '#shared/model/ids.ts';
import styles from './PublishDialog.module.css';

type ProblemListProps = {
  readonly problems: readonly ProblemToMend[];
  /** True while the gate keeps the publication back, so that nothing may be called fine. */
  readonly isShut: boolean;
  /** Leaves the dialog, for the picture that is to be mended. */
  readonly onLeave: () => void;
};

/** What else stands between the boards and pages to be proud of. None of it stops them. */
export const ProblemList = ({ problems, isShut, onLeave }: ProblemListProps) => {
  const t = useT();
  const store = useAppStore();
  const describe = (imageId: ImageId) => {
    onLeave();
    store.getState().select({ kind: 'image', imageId });
    revealInspector(store, { field: 'alt' });
  };
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
        {problems.map(({ kind, title, details, imageId }) => (
          <li key={`${kind} ${title} ${details}`} className={styles.problem}>
            <Icon of={TriangleAlert} />
            <span className={styles.words}>
              <strong>{title}</strong> {messageOf(t, `problem.${kind}`, {}, kind)}
              {details ? <span className={styles.details}>{details}</span> : null}
            </span>
            {imageId === null ? null : (
              <Button
                size="small"
                aria-label={t('publish.describe-what', { title })}
                onPress={() => describe(imageId)}
              >
                {t('hero.alt-todo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
