import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';
import popover from './Popover.module.css';
import { cx } from './cx.ts';

/** One choice. `label` is what is read and searched by typing. */
export type Choice<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hint?: string;
};

type SelectProps<Id extends string> = {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
  readonly className?: string | undefined;
};

/** Chooses one of a few. */
export const Select = <Id extends string>(props: SelectProps<Id>) => {
  const {
    label,
    hideLabel = false,
    choices,
    value,
    onChange,
    isDisabled = false,
    placeholder,
    className,
  } = props;
  return (
    <AriaSelect
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(placeholder ? { placeholder } : {})}
      value={value}
      onChange={(key) => {
        if (key !== null && !Array.isArray(key)) onChange(key as Id);
      }}
      isDisabled={isDisabled}
      className={cx(styles.field, className)}
    >
      {hideLabel ? null : <Label className={cx(styles.label)}>{label}</Label>}
      <Button className={cx(styles.trigger)}>
        <SelectValue className={cx(styles.value)} />
        <Icon of={ChevronDown} />
      </Button>
      <Popover className={cx(popover.popover, popover.wide)} offset={4}>
        <ListBox className={cx(popover.list)} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={cx(popover.item)}>
              {choice.icon}
              <span className={popover.words}>
                {choice.label}
                {choice.hint ? <span className={popover.hint}>{choice.hint}</span> : null}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
};
