import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './ViewFrame.module.css';

type ViewFrameProps = {
  readonly title: string;
  /** One sentence on what this place is. */
  readonly lead?: string;
  /** Buttons that belong to the whole view. */
  readonly actions?: ReactNode;
  /** Uses all the width there is, for tables. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** The common shape of the middle pane's views that are not a board: its heading, what it is for, what can be done. */
export const ViewFrame = ({ title, lead, actions, isWide = false, children }: ViewFrameProps) => (
  <div className={cx(styles.view, isWide && styles.wide)}>
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1} data-view-title>
          {title}
        </h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
    {children}
  </div>
);
