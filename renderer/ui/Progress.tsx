import { Label, ProgressBar } from 'react-aria-components';
import styles from './Progress.module.css';
import { cx } from './cx.ts';

/** How far something is. `share` 0 to 1; null: under way, nobody knows how far. */
export const Progress = ({ label, share }: { readonly label: string; readonly share: number | null }) => (
  <ProgressBar isIndeterminate={share === null} value={(share ?? 0) * 100} className={cx(styles.progress)}>
    {({ valueText }) => (
      <>
        <div className={styles.row}>
          <Label>{label}</Label>
          <span>{share === null ? null : valueText}</span>
        </div>
        <div className={styles.track}>
          <div
            className={cx(styles.fill, share === null && styles.unknown)}
            {...(share === null ? {} : { style: { inlineSize: `${share * 100}%` } })}
          />
        </div>
      </>
    )}
  </ProgressBar>
);
