import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { TopicId } from '#shared/model/ids.ts';
import type { OpenShare } from './use-open-share.ts';
import type { Where } from './WhereTo.tsx';

type ShareActionsProps = {
  readonly flow: OpenShare;
  readonly where: Where;
  /** Whether there is anything to take in, or a name for the new library. */
  readonly isReady: boolean;
  readonly onStart: () => void;
  readonly onClose: () => void;
  readonly onShow: (topicId: TopicId) => void;
};

const After = ({ flow, onClose, onShow }: ShareActionsProps) => {
  const t = useT();
  const canSwitch = useApp(({ session }) => session?.capabilities.switchLibrary ?? false);
  const first = flow.report?.topics[0];
  return (
    <>
      <Button look="quiet" onPress={onClose}>
        {t('dialog.close')}
      </Button>
      {first ? (
        <Button look="primary" onPress={() => onShow(first.id)} autoFocus>
          {t('sharing.show')}
        </Button>
      ) : null}
      {flow.made && canSwitch ? (
        <Button look="primary" onPress={flow.openMade} autoFocus>
          {t('sharing.open-made')}
        </Button>
      ) : null}
    </>
  );
};

/** What can be done next in the dialog of a share file. */
export const ShareActions = (props: ShareActionsProps) => {
  const { flow, where, isReady, onStart, onClose } = props;
  const t = useT();
  const asks = useApp(({ session }) => session?.capabilities.saveDialog ?? false);
  if (flow.report || flow.made) return <After {...props} />;
  if (flow.isRunning && flow.preview) return <Button onPress={flow.stop}>{t('publish.stop')}</Button>;
  const start = where === 'this' ? 'sharing.start' : asks ? 'sharing.make-ask' : 'sharing.make';
  return (
    <>
      <Button look="quiet" onPress={onClose}>
        {t('dialog.cancel')}
      </Button>
      <Button look="primary" isDisabled={flow.isRunning || !isReady} onPress={onStart}>
        {t(start)}
      </Button>
    </>
  );
};
