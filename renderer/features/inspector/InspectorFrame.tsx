import type { ReactNode } from 'react';
import styles from './InspectorFrame.module.css';

type InspectorFrameProps = {
  /** What kind of thing it is: "Resource", "Topic", "Picture". */
  readonly kind: string;
  /** Its name. */
  readonly title: string;
  /** Drawn before the kind: an icon or a thumbnail. */
  readonly icon?: ReactNode;
  /** The fields that show at once. */
  readonly children: ReactNode;
  /** Groups that fold away. */
  readonly groups?: ReactNode;
};

/** The common shape of every inspector: what it is, its main fields, then foldable groups. */
export const InspectorFrame = ({ kind, title, icon, children, groups }: InspectorFrameProps) => (
  <div className={styles.frame}>
    <header className={styles.head}>
      <p className={styles.kind}>
        {icon}
        {kind}
      </p>
      <h2 className={styles.title} tabIndex={-1} data-inspector-title>
        {title}
      </h2>
    </header>
    <div className={styles.main}>{children}</div>
    {groups}
  </div>
);
