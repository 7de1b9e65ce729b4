import { TooltipTrigger, Tooltip } from 'react-aria-components';
import { Button, type ButtonProps } from './Button.tsx';
import buttonStyles from './Button.module.css';
import { cx } from './cx.ts';
import { Icon, type IconDrawing } from './Icon.tsx';
import { shortcutForAria, shortcutText, type Shortcut } from './shortcut.ts';
import styles from './Tooltip.module.css';

type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label'> & {
  readonly icon: IconDrawing;
  /** The button's name, shown as its tooltip. */
  readonly label: string;
  readonly shortcut?: Shortcut | undefined;
};

/** A button that shows a drawing only. Its name and its key are in a tooltip, on hover and on keyboard focus. */
export const IconButton = ({
  icon,
  label,
  shortcut,
  className,
  look = 'quiet',
  ...props
}: IconButtonProps) => (
  <TooltipTrigger delay={500} closeDelay={0}>
    <Button
      {...props}
      look={look}
      aria-label={label}
      {...(shortcut ? { 'aria-keyshortcuts': shortcutForAria(shortcut) } : {})}
      className={cx(buttonStyles.icon, className)}
    >
      <Icon of={icon} />
    </Button>
    <Tooltip offset={6} className={cx(styles.tooltip)}>
      <span>{label}</span>
      {shortcut ? <kbd className={styles.key}>{shortcutText(shortcut)}</kbd> : null}
    </Tooltip>
  </TooltipTrigger>
);
