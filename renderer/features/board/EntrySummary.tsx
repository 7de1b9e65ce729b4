import { useT } from '#renderer/i18n/use-t.ts';
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
  if (quotedFrom === null) return <span className={styles.summary}>{text}</span>;
  return (
    <span className={styles.summary}>
      <q {...(quotedFrom.url ? { cite: quotedFrom.url } : {})}>{text}</q>{' '}
      <cite className={styles.cite}>{t('quotation.from', { source: quotedFrom.source })}</cite>
    </span>
  );
};
