import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { ImageId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import { BulkFields } from './BulkFields.tsx';
import { EditPreview } from './EditPreview.tsx';
import styles from './EditCreditsDialog.module.css';
import { planEdit, type BulkEdit } from './plan-edit.ts';
import { toCreditPatch, wrongFields } from './to-credit-patch.ts';

type EditCreditsDialogProps = {
  readonly imageIds: readonly ImageId[];
  /** The pictures that are known here; for the others the core finds out what changes. */
  readonly seen: readonly Image[];
  readonly onClose: () => void;
};

/** The same values for many credits, looked at before they are written, in one step that can be undone. */
export const EditCreditsDialog = ({ imageIds, seen, onClose }: EditCreditsDialogProps) => {
  const t = useT();
  const { mutate, notifyUndoable } = useApp(({ mutate, notifyUndoable }) => ({ mutate, notifyUndoable }));
  const [edit, setEdit] = useState<BulkEdit>({ fields: {}, onlyEmpty: false });
  const [isRunning, setRunning] = useState(false);
  const wrong = wrongFields(edit.fields, t);
  const wanted = new Set(imageIds);
  const images = seen.filter(({ id }) => wanted.has(id));
  const unseen = imageIds.length - images.length;
  const plan = planEdit(images, edit);
  const changes = plan.length > 0 || (unseen > 0 && Object.keys(edit.fields).length > 0);
  const canApply = changes && Object.keys(wrong).length === 0 && !isRunning;
  const apply = async () => {
    setRunning(true);
    const outcome = await mutate('rights.editCredits', {
      imageIds: unseen > 0 ? [...imageIds] : plan.map(({ image }) => image.id),
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
      title={t('rights.edit-title', { count: imageIds.length })}
      onClose={onClose}
      canDismiss={!isRunning}
      isWide
      actions={
        <>
          <Button look="quiet" onPress={onClose} isDisabled={isRunning}>
            {t('dialog.cancel')}
          </Button>
          <Button look="primary" onPress={() => void apply()} isDisabled={!canApply}>
            {unseen > 0 ? t('rights.edit-apply-all') : t('rights.edit-apply', { count: plan.length })}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t('rights.edit-lead')}</p>
      <BulkFields fields={edit.fields} wrong={wrong} onChange={(fields) => setEdit({ ...edit, fields })} />
      <Checkbox isSelected={edit.onlyEmpty} onChange={(onlyEmpty) => setEdit({ ...edit, onlyEmpty })}>
        {t('rights.only-empty')}
      </Checkbox>
      <EditPreview plan={plan} total={images.length} unseen={unseen} />
    </Dialog>
  );
};
