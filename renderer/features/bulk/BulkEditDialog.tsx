import { useState } from 'react';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { checkDate, checkLanguage } from '#renderer/features/resources/field-checks.ts';
import { useResourceTypes } from '#renderer/features/resources/use-resource-types.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import type { BulkTarget } from '#shared/contract/bulk.ts';
import styles from './Bulk.module.css';
import { bulkDates, bulkLines, toBulkEdit, type BulkDraft, type BulkField } from './bulk-draft.ts';
import { BulkFieldRow } from './BulkFieldRow.tsx';
import { callBulk } from './call-bulk.ts';
import { SubjectsToRemove } from './SubjectsToRemove.tsx';

type BulkEditDialogProps = { readonly target: BulkTarget; readonly onClose: () => void };

const asIs = 'as-is';

/** Sets the same on many resources. Only what is filled in here changes; the rest stays as each resource has it. */
export const BulkEditDialog = ({ target, onClose }: BulkEditDialogProps) => {
  const t = useT();
  const store = useAppStore();
  const { types } = useResourceTypes();
  const [draft, setDraft] = useState<BulkDraft>({});
  const { data } = useQuery('bulk.summary', { target }, ['resources']);
  const count = data?.resources ?? 0;
  const set = (patch: BulkDraft) => setDraft({ ...draft, ...patch });
  const checks = { date: checkDate(t), language: checkLanguage(t), line: () => null };
  const checkOf = (field: BulkField) =>
    field === 'language' ? checks.language : field.endsWith('On') ? checks.date : checks.line;
  const edit = toBulkEdit(draft);
  const isWrong = [...bulkDates, ...bulkLines].some((field) => {
    const value = draft[field];
    return typeof value === 'string' && value.trim() !== '' && checkOf(field)(value.trim()) !== null;
  });

  const run = async () => {
    if (!edit || isWrong) return;
    onClose();
    const report = await callBulk(store, 'bulk.edit', { target, edit });
    if (!report) return;
    const text = { key: 'bulk.edited' as const, values: { count: report.changed } };
    if (report.changed > 0) store.getState().notifyUndoable(text);
    else store.getState().notify({ tone: 'info', text });
  };

  return (
    <Dialog
      isWide
      title={t('bulk.edit-title', { count })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={!edit || isWrong || count === 0} onPress={() => void run()}>
            {t('bulk.edit-do', { count })}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t('bulk.edit-lead', { count })}</p>
      <div className={styles.fields}>
        <Select
          label={t('resource.type')}
          choices={[
            { id: asIs, label: t('bulk.as-is') },
            ...types.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={draft.typeId ?? asIs}
          onChange={(id) => set({ typeId: id === asIs ? undefined : id })}
        />
        {[...bulkLines, ...bulkDates].map((field) => (
          <BulkFieldRow
            key={field}
            field={field}
            value={draft[field]}
            check={checkOf(field)}
            onChange={(value) => set({ [field]: value })}
          />
        ))}
      </div>
      <TextArea
        label={t('bulk.add-subjects')}
        help={t('resource.list-help')}
        value={draft.addSubjects ?? ''}
        onChange={(addSubjects) => set({ addSubjects })}
      />
      <SubjectsToRemove
        subjects={data?.subjects ?? []}
        total={count}
        value={draft.removeSubjects ?? []}
        onChange={(removeSubjects) => set({ removeSubjects })}
      />
    </Dialog>
  );
};
