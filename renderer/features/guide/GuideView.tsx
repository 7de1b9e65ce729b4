import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { GuideContents } from './GuideContents.tsx';
import { GuideText } from './GuideText.tsx';
import styles from './GuideView.module.css';

/** The user guide, as it ships with the app: pages, their headings, and the page that is open. */
export const GuideView = () => {
  const t = useT();
  const { page, showGuide, closeGuide } = useApp((state) => ({
    page: state.guidePage,
    showGuide: state.showGuide,
    closeGuide: state.closeGuide,
  }));
  const { data, error } = useQuery('guide.page', { page }, []);
  const article = useRef<HTMLElement>(null);
  const shown = data?.page;
  useEffect(() => {
    if (shown === undefined) return;
    // Reading goes on at the top of what was opened.
    const title = article.current?.querySelector<HTMLElement>('[data-view-title]');
    title?.focus({ preventScroll: true });
    title?.scrollIntoView?.({ block: 'start' });
  }, [shown]);
  if (error)
    return (
      <EmptyState title={t('guide.missing')} text={errorMessage(t, error)}>
        <Button onPress={() => showGuide('contents')}>{t('guide.to-contents')}</Button>
      </EmptyState>
    );
  if (!data) return null;
  return (
    <div className={styles.frame}>
      <div className={styles.guide}>
        <GuideContents guide={data} />
        <article ref={article} className={styles.article} aria-label={data.title}>
          <GuideText html={data.html} onOpen={showGuide} />
        </article>
        <IconButton
          icon={X}
          label={t('guide.close')}
          shortcut="F1"
          onPress={closeGuide}
          className={styles.close}
        />
      </div>
    </div>
  );
};
