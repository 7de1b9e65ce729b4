import { useT } from '#renderer/i18n/use-t.ts';
import type { Origin } from '#shared/model/credit.ts';
import styles from './CreditCard.module.css';

/** Where a value came from, if nobody typed it: "from the picture's XMP". */
export const OriginChip = ({ origin }: { readonly origin: Origin | undefined }) => {
  const t = useT();
  if (origin === undefined || origin === 'typed') return null;
  return <p className={styles.origin}>{t(`credit.origin.${origin}`)}</p>;
};
