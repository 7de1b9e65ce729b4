import { Link } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { InlineText } from '#renderer/ui/InlineText.tsx';
import type { Board } from '#shared/contract/views.ts';
import styles from './Board.module.css';

/** The way down to the topic, and its title. */
export const BoardTitle = ({ board }: { readonly board: Board }) => {
  const t = useT();
  const { mutate, openTopic } = useApp(({ mutate, openTopic }) => ({ mutate, openTopic }));
  const { topic, path } = board;
  return (
    <header className={styles.titleBlock}>
      {path.length > 0 ? (
        <nav aria-label={t('page.breadcrumb')}>
          <ol className={styles.path}>
            {path.map((step) => (
              <li key={step.id}>
                <Link className={cx(styles.step)} onPress={() => void openTopic(step.id)}>
                  {step.title}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <h1 className={styles.title}>
        <InlineText
          value={topic.title}
          label={t('topic.title')}
          onCommit={(title) => void mutate('topics.update', { topicId: topic.id, patch: { title } })}
        />
      </h1>
    </header>
  );
};
