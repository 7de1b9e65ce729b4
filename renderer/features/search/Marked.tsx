import { Fragment } from 'react';
import styles from './Results.module.css';

type MarkedProps = {
  readonly text: string;
  /** From the first character up to, without, the second; in order. */
  readonly ranges: readonly (readonly [number, number])[];
};

/** A text with what made it match marked. */
export const Marked = ({ text, ranges }: MarkedProps) => {
  const ends = [0, ...ranges.map(([, end]) => end)];
  return (
    <>
      {ranges.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(ends[index], start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
};
