import { useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './InlineText.module.css';
import { cx } from './cx.ts';

type InlineTextProps = {
  /** What is written, as it is now. */
  readonly value: string;
  /** Name of the field while it is edited: "Title of the topic". */
  readonly label: string;
  /** Shown where there is no text. */
  readonly placeholder?: string;
  /** Called with the trimmed text when it changed. Blank text is not committed unless `allowEmpty`. */
  readonly onCommit: (value: string) => void;
  readonly allowEmpty?: boolean;
  /** Starts in editing, with all selected: for something just made. */
  readonly startEditing?: boolean;
  /** Told when editing ends, either way. */
  readonly onDone?: () => void;
  readonly maxLength?: number;
  readonly className?: string | undefined;
};

/**
 * Text edited where it stands. Click or Enter to write, Enter or leaving to keep, Escape to restore. While it is not
 * edited it is a button with the text as its name, so that a heading around it keeps its meaning.
 */
export const InlineText = (props: InlineTextProps) => {
  const {
    value,
    label,
    placeholder = '',
    onCommit,
    allowEmpty = false,
    onDone,
    maxLength = 500,
    className,
  } = props;
  const t = useT();
  const [draft, setDraft] = useState<string | null>(props.startEditing ? value : null);
  const button = useRef<HTMLButtonElement>(null);
  const isDone = useRef(false);

  const finish = (text: string | null, refocus: boolean) => {
    // Enter commits and then takes the focus away, which would commit again by blur.
    if (isDone.current) return;
    isDone.current = true;
    const trimmed = text?.replaceAll(/\s+/g, ' ').trim();
    if (trimmed !== undefined && trimmed !== value && (trimmed !== '' || allowEmpty)) onCommit(trimmed);
    setDraft(null);
    onDone?.();
    if (refocus) requestAnimationFrame(() => button.current?.focus());
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') event.preventDefault();
    if (event.key === 'Enter') finish(event.currentTarget.value, true);
    if (event.key === 'Escape') finish(null, true);
  };

  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        title={t('inline.edit')}
        className={cx(styles.show, value === '' && styles.empty, className)}
        onClick={() => {
          isDone.current = false;
          setDraft(value);
        }}
      >
        {value || placeholder}
      </button>
    );
  }
  return (
    <textarea
      ref={(field) => {
        if (field && document.activeElement !== field) {
          field.focus();
          field.select();
        }
      }}
      rows={1}
      aria-label={label}
      maxLength={maxLength}
      value={draft}
      className={cx(styles.edit, className)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={(event) => finish(event.target.value, false)}
      onKeyDown={onKeyDown}
    />
  );
};
