import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { cx } from './cx.ts';

/** Props of every button: React Aria's, plus its looks. */
export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & {
  /** `primary` for the one thing a dialog is for; `quiet` in bars; `danger` for what cannot be undone. */
  readonly look?: 'normal' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
};

/** A button with words. Use `onPress`, which hears mouse, touch, pen, Enter and Space alike. */
export const Button = ({ look = 'normal', size = 'normal', className, ...props }: ButtonProps) => (
  <AriaButton
    {...props}
    className={cx(
      styles.button,
      look !== 'quiet' && styles[look],
      size === 'small' && styles.small,
      className,
    )}
  />
);
