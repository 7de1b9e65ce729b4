import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import type { Ref } from 'react';
import styles from './Field.module.css';
import { cx } from './cx.ts';

/** Props of a field for text, of one line or several. */
export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  readonly label: string;
  /** A hint below the field, read after its name. */
  readonly help?: string | undefined;
  /** What is wrong with the value; marks the field as invalid. */
  readonly error?: string | null | undefined;
  readonly placeholder?: string | undefined;
  /** Keeps the label for screen readers only, where the place already says it. */
  readonly hideLabel?: boolean;
  readonly className?: string | undefined;
};

type OnKey = NonNullable<AriaTextFieldProps['onKeyDown']>;

/** A key that the field did nothing with goes on to what is around it: Escape closes the dialog that the field is in. */
const passOn =
  (onKeyDown: OnKey): OnKey =>
  (event) => {
    onKeyDown(event);
    if (!event.isDefaultPrevented()) event.continuePropagation();
  };

type FrameProps = Omit<TextFieldProps, 'placeholder'> & { readonly children: React.ReactNode };

const Frame = ({ label, help, error, hideLabel = false, className, children, ...props }: FrameProps) => (
  <AriaTextField
    {...props}
    {...(props.onKeyDown ? { onKeyDown: passOn(props.onKeyDown) } : {})}
    {...(hideLabel ? { 'aria-label': label } : {})}
    isInvalid={error !== null && error !== undefined}
    className={cx(styles.field, className)}
  >
    {hideLabel ? null : <Label className={cx(styles.label)}>{label}</Label>}
    {children}
    {help ? (
      <Text slot="description" className={cx(styles.help)}>
        {help}
      </Text>
    ) : null}
    <FieldError className={cx(styles.error)}>{error}</FieldError>
  </AriaTextField>
);

/** A labelled field for one line. */
export const TextField = ({
  inputRef,
  placeholder,
  ...props
}: TextFieldProps & { readonly inputRef?: Ref<HTMLInputElement> | undefined }) => (
  <Frame {...props}>
    <Input
      {...(inputRef ? { ref: inputRef } : {})}
      {...(placeholder ? { placeholder } : {})}
      className={cx(styles.input)}
    />
  </Frame>
);

/** A labelled field for several lines; grows with what is written. */
export const TextArea = ({ placeholder, ...props }: TextFieldProps) => (
  <Frame {...props}>
    <AriaTextArea {...(placeholder ? { placeholder } : {})} className={cx(styles.input, styles.area)} />
  </Frame>
);
