import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import rowStyles from '#renderer/ui/rows/Row.module.css';
import type { Entry } from '#shared/contract/views.ts';
import styles from './Entry.module.css';

type EntrySummaryProps = {
  /** The summary as it fits on the board. */
  readonly text: string;
  readonly quotedFrom: Entry['quotedFrom'];
};

/** The beginning of an entry's summary; somebody else's words stand in quotation marks, with their source. */
export const EntrySummary = ({ text, quotedFrom }: EntrySummaryProps) => {
  const t = useT();
  const name = cx(styles.summary, rowStyles.spare);
  if (quotedFrom === null) return <span className={name}>{text}</span>;
  return (
    <span className={name}>
      <q {...(quotedFrom.url ? { cite: quotedFrom.url } : {})}>{text}</q>{' '}
      <cite className={styles.cite}>{t('quotation.from', { source: quotedFrom.source })}</cite>
    </span>
  );
};
