import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { PublishPlace } from './use-publish.ts';

type PublishActionsProps = {
  readonly isRunning: boolean;
  readonly isDone: boolean;
  readonly isDisabled: boolean;
  readonly onStart: (place: PublishPlace) => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
};

/** The buttons of the publish dialog: as many places as this host can offer. */
export const PublishActions = (props: PublishActionsProps) => {
  const { isRunning, isDone, isDisabled, onStart, onCancel, onClose } = props;
  const t = useT();
  const hasDialog = useApp((state) => state.session?.capabilities.saveDialog ?? false);
  if (isRunning) return <Button onPress={onCancel}>{t('publish.stop')}</Button>;
  if (isDone) {
    return (
      <Button look="primary" onPress={onClose} autoFocus>
        {t('dialog.close')}
      </Button>
    );
  }
  const places: readonly PublishPlace[] = hasDialog ? ['zip', 'folder'] : ['download'];
  return (
    <>
      <Button look="quiet" onPress={onClose}>
        {t('dialog.cancel')}
      </Button>
      {places.map((place) => (
        <Button
          key={place}
          look={place === 'zip' ? 'normal' : 'primary'}
          isDisabled={isDisabled}
          onPress={() => onStart(place)}
        >
          {t(`publish.to-${place}`)}
        </Button>
      ))}
    </>
  );
};
