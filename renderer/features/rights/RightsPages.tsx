import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './RightsView.module.css';

type RightsPagesProps = {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Null: there is nothing there. */
  readonly showMore: (() => void) | null;
  readonly showNext: (() => void) | null;
  readonly showBefore: (() => void) | null;
};

/** Which pictures of a long report are in sight, and ways to the others. Nothing when all are. */
export const RightsPages = ({ from, to, total, showMore, showNext, showBefore }: RightsPagesProps) => {
  const t = useT();
  if (from === 1 && to >= total) return null;
  const turn = (show: () => void) => () => {
    show();
    // The list begins anew above: that is where reading goes on.
    document.querySelector<HTMLElement>('[data-view-title]')?.focus();
  };
  return (
    <div className={styles.more}>
      {showBefore ? <Button onPress={turn(showBefore)}>{t('rights.before')}</Button> : null}
      {showMore ? <Button onPress={showMore}>{t('rights.more')}</Button> : null}
      {showNext ? <Button onPress={turn(showNext)}>{t('rights.next')}</Button> : null}
      <span className={styles.facts}>{t('duplicates.page', { from, to, total })}</span>
    </div>
  );
};
