import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { LiveAnnouncer } from '#renderer/ui/LiveAnnouncer.tsx';
import { noticeText } from './notice-text.ts';
import styles from './Notices.module.css';
import type { Notice } from './store/state.ts';
import { useApp } from './store/use-app.ts';

/** Long enough to read and to reach with the keyboard; problems stay. */
const shownFor = 12_000;

const NoticeCard = ({ notice }: { readonly notice: Notice }) => {
  const t = useT();
  const { dismiss, isStale } = useApp((state) => ({
    dismiss: state.dismissNotice,
    isStale: notice.undoes !== undefined && notice.undoes !== state.history.undo?.changeId,
  }));
  const { action, id, tone } = notice;
  useEffect(() => {
    if (tone === 'problem') return undefined;
    const timer = setTimeout(() => dismiss(id), isStale ? 0 : shownFor);
    return () => clearTimeout(timer);
  }, [dismiss, id, isStale, tone]);

  return (
    <li className={cx(styles.notice, tone === 'done' && styles.done, tone === 'problem' && styles.problem)}>
      <span className={styles.text}>{noticeText(t, notice.text)}</span>
      {action ? (
        <Button
          onPress={() => {
            dismiss(id);
            action.run();
            // The button is gone; without this the focus would be nowhere, unless the action has placed it.
            requestAnimationFrame(() => {
              if (document.activeElement === document.body) document.getElementById('main')?.focus();
            });
          }}
        >
          {t(action.labelKey)}
        </Button>
      ) : null}
      <IconButton icon={X} label={t('notice.close')} onPress={() => dismiss(id)} />
    </li>
  );
};

/** What was told to the user lately, and what is said to screen readers. */
export const Notices = () => {
  const t = useT();
  const { notices, announcement } = useApp(({ notices, announcement }) => ({ notices, announcement }));
  return (
    <>
      <LiveAnnouncer id={announcement?.id ?? 0} text={announcement ? noticeText(t, announcement.text) : ''} />
      {notices.length > 0 ? (
        <section aria-label={t('notice.region')} data-notices>
          <ol className={styles.notices}>
            {notices.map((notice) => (
              <NoticeCard key={notice.id} notice={notice} />
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
};
