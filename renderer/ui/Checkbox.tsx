import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import styles from './Checkbox.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

type CheckboxProps = {
  readonly isSelected: boolean;
  /** Some of what it stands for is chosen, not all. */
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Its words; all of them are its name. */
  readonly children?: ReactNode;
  /** A name where the place already says what is chosen. */
  readonly 'aria-label'?: string;
  readonly className?: string | undefined;
};

/** A box to tick, with its words beside it. */
export const Checkbox = ({
  isSelected,
  isIndeterminate = false,
  isDisabled = false,
  onChange,
  children,
  className,
  ...naming
}: CheckboxProps) => (
  <CheckboxField
    {...naming}
    isSelected={isSelected}
    isIndeterminate={isIndeterminate}
    isDisabled={isDisabled}
    onChange={onChange}
    className={cx(className)}
  >
    <CheckboxButton className={cx(styles.checkbox)}>
      <span className={styles.box} aria-hidden>
        {isIndeterminate ? <Icon of={Minus} size={14} /> : isSelected ? <Icon of={Check} size={14} /> : null}
      </span>
      {children ? <span className={styles.words}>{children}</span> : null}
    </CheckboxButton>
  </CheckboxField>
);
