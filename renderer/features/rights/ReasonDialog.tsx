import { useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';

type ReasonDialogProps = {
  /** How many pictures it is about. */
  readonly count: number;
  readonly onDecide: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Asks why pictures may be published although something is open. The reason is kept and shown in the report. */
export const ReasonDialog = ({ count, onDecide, onClose }: ReasonDialogProps) => {
  const t = useT();
  const [reason, setReason] = useState('');
  const [isTold, setTold] = useState(false);
  const decide = async () => {
    if (reason.trim() === '') return setTold(true);
    return (await onDecide(reason.trim())) ? onClose() : undefined;
  };
  return (
    <Dialog
      title={t('rights.decide-title', { count })}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button look="primary" onPress={() => void decide()}>
            {t('rights.decide-record')}
          </Button>
        </>
      }
    >
      <p>{t('rights.decide-lead')}</p>
      <TextArea
        label={t('rights.reason')}
        help={t('rights.reason-help')}
        error={isTold && reason.trim() === '' ? t('rights.reason-missing') : null}
        value={reason}
        onChange={setReason}
        isRequired
        maxLength={5_000}
        autoFocus
      />
    </Dialog>
  );
};
