import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Image } from '#shared/model/image.ts';
import { BulkFields } from './BulkFields.tsx';
import { EditPreview } from './EditPreview.tsx';
import styles from './EditCreditsDialog.module.css';
import { planEdit, type BulkEdit } from './plan-edit.ts';
import { toCreditPatch, wrongFields } from './to-credit-patch.ts';

type EditCreditsDialogProps = { readonly images: readonly Image[]; readonly onClose: () => void };

/** The same values for many credits, looked at before they are written, in one step that can be undone. */
export const EditCreditsDialog = ({ images, onClose }: EditCreditsDialogProps) => {
  const t = useT();
  const { mutate, notifyUndoable } = useApp(({ mutate, notifyUndoable }) => ({ mutate, notifyUndoable }));
  const [edit, setEdit] = useState<BulkEdit>({ fields: {}, onlyEmpty: false });
  const [isRunning, setRunning] = useState(false);
  const wrong = wrongFields(edit.fields, t);
  const plan = planEdit(images, edit);
  const canApply = plan.length > 0 && Object.keys(wrong).length === 0 && !isRunning;
  const apply = async () => {
    setRunning(true);
    const outcome = await mutate('rights.editCredits', {
      imageIds: plan.map(({ image }) => image.id),
      patch: toCreditPatch(edit.fields),
      onlyEmpty: edit.onlyEmpty,
    });
    setRunning(false);
    if (!outcome.ok) return;
    onClose();
    notifyUndoable({ key: 'rights.edited', values: { count: outcome.value.changed } });
  };
  return (
    <Dialog
      title={t('rights.edit-title', { count: images.length })}
      onClose={onClose}
      canDismiss={!isRunning}
      isWide
      actions={
        <>
          <Button look="quiet" onPress={onClose} isDisabled={isRunning}>
            {t('dialog.cancel')}
          </Button>
          <Button look="primary" onPress={() => void apply()} isDisabled={!canApply}>
            {t('rights.edit-apply', { count: plan.length })}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t('rights.edit-lead')}</p>
      <BulkFields fields={edit.fields} wrong={wrong} onChange={(fields) => setEdit({ ...edit, fields })} />
      <Checkbox isSelected={edit.onlyEmpty} onChange={(onlyEmpty) => setEdit({ ...edit, onlyEmpty })}>
        {t('rights.only-empty')}
      </Checkbox>
      <EditPreview plan={plan} total={images.length} />
    </Dialog>
  );
};
