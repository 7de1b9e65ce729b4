import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type EmptyStateProps = {
  readonly title: string;
  /** One sentence on what this place is for. */
  readonly text?: string;
  /** The one thing to do here. */
  readonly children?: ReactNode;
};

/** What stands where nothing is yet: it teaches one action. */
export const EmptyState = ({ title, text, children }: EmptyStateProps) => (
  <div className={styles.empty}>
    <p className={styles.title}>{title}</p>
    {text ? <p>{text}</p> : null}
    {children}
  </div>
);
