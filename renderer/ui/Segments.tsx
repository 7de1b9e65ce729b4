import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from './cx.ts';
import { Icon, type IconDrawing } from './Icon.tsx';
import styles from './Segments.module.css';

type Segment<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconDrawing;
};

type SegmentsProps<Id extends string> = {
  /** What is chosen here, for screen readers. */
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
};

/** Chooses one of two to four that all stay in sight: radio buttons that look like one strip. */
export const Segments = <Id extends string>({ label, segments, value, onChange }: SegmentsProps<Id>) => (
  <ToggleButtonGroup
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={([key]) => onChange(key as Id)}
    className={cx(styles.segments)}
  >
    {segments.map(({ id, label: text, icon }) => (
      <ToggleButton key={id} id={id} className={cx(styles.segment)}>
        {icon ? <Icon of={icon} /> : null}
        {text}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
