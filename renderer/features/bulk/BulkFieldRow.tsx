import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './Bulk.module.css';
import type { BulkField } from './bulk-draft.ts';

const labels = {
  language: 'resource.language',
  publisher: 'resource.publisher',
  audience: 'resource.audience',
  accessNote: 'resource.access',
  publishedOn: 'date.published',
  modifiedOn: 'date.modified',
  addedOn: 'date.added',
  checkedOn: 'date.checked',
} as const satisfies Record<BulkField, MessageKey>;

type BulkFieldRowProps = {
  readonly field: BulkField;
  /** Undefined or blank: it stays as it is. Null: it is emptied. */
  readonly value: string | null | undefined;
  readonly check: (text: string) => string | null;
  readonly onChange: (value: string | null | undefined) => void;
};

/** One field of the form: a text that all get, or a tick that empties it. */
export const BulkFieldRow = ({ field, value, check, onChange }: BulkFieldRowProps) => {
  const t = useT();
  const label = t(labels[field]);
  const text = value ?? '';
  const problem = text.trim() === '' ? null : check(text.trim());
  const isDate = field.endsWith('On');
  return (
    <div className={styles.field}>
      <TextField
        label={label}
        value={text}
        placeholder={t(value === null ? 'bulk.emptied' : isDate ? 'field.date-form' : 'bulk.as-is')}
        isDisabled={value === null}
        onChange={(next) => onChange(next)}
        maxLength={1_000}
        {...(problem ? { error: problem } : {})}
      />
      <label className={styles.empty}>
        <input
          type="checkbox"
          checked={value === null}
          aria-label={t('bulk.empty-field', { field: label })}
          onChange={(event) => onChange(event.target.checked ? null : undefined)}
        />
        {t('bulk.empty')}
      </label>
    </div>
  );
};
