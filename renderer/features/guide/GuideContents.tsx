import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { OutputOf } from '#shared/contract/contract.ts';
import styles from './GuideView.module.css';

const goTo = (id: string) => {
  const heading = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
};

/** The pages of the guide, and below the open one its headings. */
export const GuideContents = ({ guide }: { readonly guide: OutputOf<'guide.page'> }) => {
  const t = useT();
  const showGuide = useApp((state) => state.showGuide);
  const parts = guide.headings.filter(({ level }) => level === 2);
  return (
    <nav className={styles.contents} aria-label={t('guide.contents')}>
      <ul>
        {guide.pages.map(({ page, title }) => (
          <li key={page}>
            <Button
              look="quiet"
              className={styles.page}
              {...(page === guide.page ? { 'aria-current': 'page' as const } : {})}
              onPress={() => showGuide(page)}
            >
              {title}
            </Button>
            {page === guide.page && parts.length > 0 ? (
              <ul className={styles.parts}>
                {parts.map(({ id, text }) => (
                  <li key={id}>
                    <Button look="quiet" size="small" className={styles.part} onPress={() => goTo(id)}>
                      {text}
                    </Button>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  );
};
