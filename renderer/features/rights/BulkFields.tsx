import { LicensePicker } from '#renderer/features/credits/LicensePicker.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { LicenseId } from '#shared/model/credit.ts';
import styles from './EditCreditsDialog.module.css';
import { bulkFields, type BulkEdit, type BulkField } from './plan-edit.ts';

type BulkFieldsProps = {
  readonly fields: BulkEdit['fields'];
  readonly wrong: Readonly<Partial<Record<BulkField, string>>>;
  readonly onChange: (fields: BulkEdit['fields']) => void;
};

/** One line for each field: a tick says that it is to be changed, the box beside it to what. */
export const BulkFields = ({ fields, wrong, onChange }: BulkFieldsProps) => {
  const t = useT();
  const set = (field: BulkField, text: string | undefined) => {
    const { [field]: _before, ...others } = fields;
    onChange(text === undefined ? others : { ...others, [field]: text });
  };
  return (
    <ul className={styles.fields} aria-label={t('rights.edit-fields')}>
      {bulkFields.map((field) => {
        const label = t(`credit.field.${field}`);
        const text = fields[field];
        return (
          <li key={field} className={styles.field}>
            <Checkbox
              isSelected={text !== undefined}
              onChange={(isWanted) => set(field, isWanted ? '' : undefined)}
            >
              {label}
            </Checkbox>
            {text === undefined ? null : field === 'licenseId' ? (
              <LicensePicker
                label={t('rights.new-value', { field: label })}
                {...(text === '' ? { help: t('rights.clears') } : {})}
                value={text === '' ? null : (text as LicenseId)}
                onChange={(id) => set(field, id ?? '')}
              />
            ) : (
              <TextField
                label={t('rights.new-value', { field: label })}
                help={text.trim() === '' ? t('rights.clears') : undefined}
                error={wrong[field]}
                value={text}
                onChange={(typed) => set(field, typed)}
                autoFocus
              />
            )}
          </li>
        );
      })}
    </ul>
  );
};
