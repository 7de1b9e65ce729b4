import { cx } from '../cx.ts';
import styles from './Row.module.css';
import { RowDots } from './RowDots.tsx';

type RowButtonProps = {
  readonly deed: 'move' | 'menu';
  readonly label: string;
  /** Whether Tab leads to it: only in the row that has the focus. */
  readonly isInReach: boolean;
  readonly className?: string | undefined;
};

/** The grip or the menu of a row. It says by `data-do` what it is; the list hears the clicks for all its rows. */
export const RowButton = ({ deed, label, isInReach, className }: RowButtonProps) => (
  <button
    type="button"
    data-do={deed}
    tabIndex={isInReach ? 0 : -1}
    title={label}
    aria-label={label}
    aria-haspopup={deed === 'menu' ? 'menu' : undefined}
    className={cx(deed === 'menu' ? styles.menu : styles.grip, className)}
  >
    <RowDots of={deed} />
  </button>
);
