import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { tourHint } from '#renderer/app/store/guide-slice.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import styles from './Tour.module.css';

const steps = ['topics', 'board', 'keys'] as const;

/** Starts the tour for somebody who has never seen it. */
const useFirstTime = () => {
  const { isNew, setTourStep } = useApp((state) => ({
    isNew: !state.settings.dismissedHints.includes(tourHint),
    setTourStep: state.setTourStep,
  }));
  const wasAsked = useRef(false);
  useEffect(() => {
    if (isNew && !wasAsked.current) setTourStep(0);
    wasAsked.current = true;
  }, [isNew, setTourStep]);
};

/** The short tour: three cards in a corner, which nothing has to wait for. Escape ends it for good; Help brings it back. */
export const Tour = () => {
  const t = useT();
  const { step, setTourStep } = useApp((state) => ({
    step: state.tourStep,
    setTourStep: state.setTourStep,
  }));
  const next = useRef<HTMLButtonElement>(null);
  const before = useRef<Element | null>(null);
  useFirstTime();
  const isOpen = step !== null;
  useEffect(() => {
    if (!isOpen) return;
    before.current = document.activeElement;
    next.current?.focus();
  }, [isOpen]);
  const name = step === null ? undefined : steps[step];
  if (step === null || !name) return null;
  const close = () => {
    setTourStep(null);
    if (before.current instanceof HTMLElement && before.current !== document.body) before.current.focus();
    else document.querySelector<HTMLElement>('#main')?.focus();
  };
  const isLast = step === steps.length - 1;
  return (
    // The key is heard wherever the focus is within the card.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.tour}
      aria-label={t('tour.title')}
      data-tour={name}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{t(`tour.${name}`)}</h2>
        <IconButton icon={X} label={t('tour.close')} shortcut="Escape" onPress={close} />
      </div>
      <p aria-live="polite">{t(`tour.${name}-text`, { palette: shortcutText('Mod+K') })}</p>
      <div className={styles.foot}>
        <span className={styles.count}>{t('tour.step', { step: step + 1, count: steps.length })}</span>
        <Button ref={next} look="primary" onPress={() => (isLast ? close() : setTourStep(step + 1))}>
          {t(isLast ? 'tour.done' : 'tour.next')}
        </Button>
      </div>
    </section>
  );
};
