import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { cx } from './cx.ts';
import styles from './Splitter.module.css';

type SplitterProps = {
  readonly label: string;
  /** Width of the pane in CSS pixels. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Which side of the handle the pane is on. */
  readonly pane: 'before' | 'after';
  readonly controls: string;
  /** Called while dragging. */
  readonly onChange: (value: number) => void;
  /** Called once when the width is settled: the moment to remember it. */
  readonly onSettle: (value: number) => void;
};

const keyStep = 16;

/** A handle between panes (ARIA window splitter): dragged, or moved by arrow keys, Home and End. */
export const Splitter = ({ label, value, min, max, pane, controls, onChange, onSettle }: SplitterProps) => {
  const start = useRef<{ x: number; value: number } | null>(null);
  const clamp = (width: number) => Math.round(Math.min(max, Math.max(min, width)));
  const direction = pane === 'before' ? 1 : -1;
  const widthAt = (event: PointerEvent) =>
    start.current ? clamp(start.current.value + direction * (event.clientX - start.current.x)) : value;

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: value - direction * keyStep,
      ArrowRight: value + direction * keyStep,
      Home: min,
      End: max,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onSettle(clamp(next));
  };

  return (
    // A separator that can be focused is a widget (ARIA 1.2), which the lint rule does not know.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      className={cx(styles.splitter, styles[pane])}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, value };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => start.current && onChange(widthAt(event))}
      onPointerUp={(event) => {
        if (start.current) onSettle(widthAt(event));
        start.current = null;
      }}
    />
  );
};
