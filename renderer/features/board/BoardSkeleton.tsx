import { ResourceSkeleton } from '#renderer/ui/rows/ResourceFrame.tsx';
import styles from './Board.module.css';

const lines = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** The shape of a board that is on its way; shows only when that takes long enough to be noticed. */
export const BoardSkeleton = () => (
  <div className={styles.page} aria-busy="true">
    <div className={styles.skeleton}>
      <span className={styles.skeletonTitle} />
      <span className={styles.skeletonLead} />
      {lines.map((line) => (
        <ResourceSkeleton key={line} />
      ))}
    </div>
  </div>
);
