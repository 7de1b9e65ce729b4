import { useState, type KeyboardEvent } from 'react';
import {
  checkAddress,
  checkDate,
  checkLanguage,
  checkTitle,
} from '#renderer/features/resources/field-checks.ts';
import { useTypeChoices } from '#renderer/features/resources/use-type-choices.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Column } from './columns.ts';
import styles from './Table.module.css';

type CellEditorProps = {
  readonly column: Column;
  readonly text: string;
  readonly label: string;
  /** Where the focus goes after it: a row down, a cell on or back, or to stay. */
  readonly onSave: (text: string, then: 'down' | 'on' | 'back' | 'stay') => void;
  readonly onCancel: () => void;
};

const useCheck = ({ kind }: Column): ((text: string) => string | null) => {
  const t = useT();
  switch (kind) {
    case 'date':
      return checkDate(t);
    case 'address':
      return checkAddress(t);
    case 'language':
      return checkLanguage(t);
    case 'title':
      return checkTitle(t);
    default:
      return () => null;
  }
};

const focusAll = (field: HTMLInputElement | HTMLSelectElement | null) => {
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
};

/** Writes into a cell: Enter saves and goes down, Tab saves and goes on, Escape leaves it as it was. */
export const CellEditor = ({ column, text, label, onSave, onCancel }: CellEditorProps) => {
  const types = useTypeChoices();
  const check = useCheck(column);
  const [value, setValue] = useState(text);
  const problem = check(value.trim());
  const save = (then: 'down' | 'on' | 'back' | 'stay') => {
    if (problem === null) onSave(value.trim(), then);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter') save('down');
    else if (event.key === 'Tab') save(event.shiftKey ? 'back' : 'on');
    else return;
    event.preventDefault();
  };
  // What cannot be saved is given up when the focus leaves, as in a spreadsheet.
  const onBlur = () => (problem === null ? onSave(value.trim(), 'stay') : onCancel());
  if (column.kind === 'type') {
    return (
      <select
        ref={focusAll}
        aria-label={label}
        value={value}
        className={styles.editor}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        {types.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  return (
    <>
      <input
        ref={focusAll}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : 'cell-problem'}
        value={value}
        className={styles.editor}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      {problem === null ? null : (
        <span id="cell-problem" role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </>
  );
};
