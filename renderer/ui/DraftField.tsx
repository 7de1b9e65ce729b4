import type { KeyboardEvent, Ref } from 'react';
import { TextArea, TextField, type TextFieldProps } from './TextField.tsx';
import { useDraft } from './use-draft.ts';

type DraftFieldProps = Pick<
  TextFieldProps,
  'label' | 'help' | 'hideLabel' | 'placeholder' | 'className' | 'isDisabled'
> & {
  readonly value: string;
  /** Called with the trimmed text when writing ends and it has changed. */
  readonly onCommit: (text: string) => void;
  /** Says what is wrong with a text, or null. */
  readonly check?: (text: string) => string | null;
  /** Several lines; Enter then makes a line and does not commit. */
  readonly isMultiline?: boolean;
  readonly type?: 'text' | 'url';
  readonly inputRef?: Ref<HTMLInputElement>;
};

/**
 * A field that keeps what was written when it is left (or by Enter, if it has one line). Escape restores. Each visit is
 * one undo step.
 */
export const DraftField = ({
  value,
  onCommit,
  check,
  isMultiline = false,
  inputRef,
  type,
  ...props
}: DraftFieldProps) => {
  const draft = useDraft({ value, onCommit, check });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !isMultiline) draft.finish();
    if (event.key === 'Escape' && draft.text !== value) {
      event.preventDefault();
      draft.restore();
    }
  };
  const field = {
    ...props,
    value: draft.text,
    error: draft.error,
    onChange: draft.write,
    onBlur: draft.finish,
    onKeyDown,
  };
  return isMultiline ? (
    <TextArea {...field} />
  ) : (
    <TextField {...field} {...(type ? { type } : {})} {...(inputRef ? { inputRef } : {})} />
  );
};
