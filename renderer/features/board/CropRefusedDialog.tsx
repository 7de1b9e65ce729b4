import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { CropAnswer } from '#shared/domain/credits/may-crop.ts';
import type { Image } from '#shared/model/image.ts';

type CropRefusedDialogProps = {
  readonly image: Image;
  readonly answer: Extract<CropAnswer, { readonly allowed: false }>;
  /** Chooses another picture for the same place. */
  readonly onReplace: () => void;
  readonly onClose: () => void;
};

/** Why a picture stays whole, and the ways on: leave it so, look at its license, or take another picture. */
export const CropRefusedDialog = ({ image, answer, onReplace, onClose }: CropRefusedDialogProps) => {
  const t = useT();
  const store = useAppStore();
  const select = useApp((state) => state.select);
  const showLicense = () => {
    onClose();
    select({ kind: 'image', imageId: image.id });
    revealInspector(store);
  };
  return (
    <Dialog
      title={t('hero.crop-refused')}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onReplace}>
            {t('hero.replace')}
          </Button>
          <Button onPress={showLicense}>{t('hero.check-license')}</Button>
          <Button look="primary" onPress={onClose} autoFocus>
            {t('hero.keep-whole')}
          </Button>
        </>
      }
    >
      <p>{messageOf(t, answer.key, answer.values, answer.key)}</p>
    </Dialog>
  );
};
