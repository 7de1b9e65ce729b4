import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import type { TypeIcon as TypeIconName } from '#shared/model/resource.ts';
import { TypeIcon } from '../TypeIcon.tsx';
import styles from './Row.module.css';

type ResourceFrameProps = {
  /** The drawing of the resource's type. */
  readonly icon: TypeIconName;
  readonly isSelected: boolean;
  /** What the box to choose it is called. */
  readonly pickLabel: string;
  /** Address of its picture, shown small and whole. What it shows is told where it is shown large. */
  readonly picture?: string | null | undefined;
  readonly grip?: ReactNode;
  readonly menu: ReactNode;
  readonly children: ReactNode;
};

/**
 * A resource in a list: the drawing of its type, which turns into a box to choose it by, its words, its menu. Plain
 * elements, since a long list draws many of them while it is scrolled.
 */
export const ResourceFrame = ({
  icon,
  isSelected,
  pickLabel,
  picture,
  grip,
  menu,
  children,
}: ResourceFrameProps) => (
  <div className={styles.content}>
    {grip}
    <span className={styles.lead}>
      <span className={styles.icon}>
        <TypeIcon name={icon} />
      </span>
      <input
        type="checkbox"
        data-do="pick"
        checked={isSelected}
        readOnly
        tabIndex={-1}
        aria-label={pickLabel}
        className={styles.check}
      />
    </span>
    <div className={styles.words}>{children}</div>
    {picture ? <img src={picture} alt="" loading="lazy" decoding="async" className={styles.picture} /> : null}
    {menu}
  </div>
);

/** The place of a resource that is on its way. */
export const ResourceSkeleton = () => (
  <div className={styles.content} aria-hidden>
    <span className={styles.icon} />
    <div className={styles.words}>
      <span className={styles.bar} />
      <span className={cx(styles.bar, styles.faint)} />
    </div>
  </div>
);
