import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { formatFacts, type ExportFormat } from '#shared/contract/export-formats.ts';
import type { ExportPlace } from './use-export-job.ts';

type PublishActionsProps = {
  readonly isRunning: boolean;
  readonly isDone: boolean;
  readonly isDisabled: boolean;
  readonly format: ExportFormat;
  readonly onStart: (place: ExportPlace) => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
};

const placesFor = (isTree: boolean, hasDialog: boolean): readonly ExportPlace[] => {
  if (!hasDialog) return ['download'];
  return isTree ? ['file', 'folder'] : ['file'];
};

const wordsFor = (place: ExportPlace, isTree: boolean) => {
  if (place === 'folder') return 'publish.to-folder';
  if (place === 'file') return isTree ? 'publish.to-zip' : 'publish.to-file';
  return isTree ? 'publish.to-download' : 'publish.to-download-file';
};

/** The buttons of the publish dialog: as many places as this host can offer. */
export const PublishActions = (props: PublishActionsProps) => {
  const { isRunning, isDone, isDisabled, format, onStart, onCancel, onClose } = props;
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
  const isTree = formatFacts(format).shape === 'tree';
  return (
    <>
      <Button look="quiet" onPress={onClose}>
        {t('dialog.cancel')}
      </Button>
      {placesFor(isTree, hasDialog).map((place) => (
        <Button
          key={place}
          look={isTree && place === 'file' ? 'normal' : 'primary'}
          isDisabled={isDisabled}
          onPress={() => onStart(place)}
        >
          {t(wordsFor(place, isTree))}
        </Button>
      ))}
    </>
  );
};
