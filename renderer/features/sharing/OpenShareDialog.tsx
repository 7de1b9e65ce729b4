import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import type { MergeSide, ShareReport } from '#shared/contract/sharing.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { ConflictList } from './ConflictList.tsx';
import { ShareContents } from './ShareContents.tsx';
import styles from './Sharing.module.css';
import { useOpenShare, type OpenShare } from './use-open-share.ts';

type OpenShareDialogProps = { readonly file: File; readonly onClose: () => void };

const hasSomething = ({ preview }: OpenShare): boolean =>
  preview !== null &&
  (preview.conflicts.length > 0 || Object.values(preview.changes).some((count) => count > 0));

type ActionsProps = {
  readonly flow: OpenShare;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onShow: (topicId: TopicId) => void;
};

const Actions = ({ flow, onOpen, onClose, onShow }: ActionsProps) => {
  const t = useT();
  const first = flow.report?.topics[0];
  if (flow.report) {
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
      </>
    );
  }
  if (flow.isRunning && flow.preview) return <Button onPress={flow.stop}>{t('publish.stop')}</Button>;
  return (
    <>
      <Button look="quiet" onPress={onClose}>
        {t('dialog.cancel')}
      </Button>
      <Button look="primary" isDisabled={flow.isRunning || !hasSomething(flow)} onPress={onOpen}>
        {t('sharing.start')}
      </Button>
    </>
  );
};

const Report = ({ report }: { readonly report: ShareReport }) => {
  const t = useT();
  const { changes, images } = report;
  return (
    <p role="status" className={styles.from}>
      {t('sharing.done', { ...changes, images })}
    </p>
  );
};

/** Takes in what a colleague has sent: look, settle what both changed, one step that can be undone. */
export const OpenShareDialog = ({ file, onClose }: OpenShareDialogProps) => {
  const t = useT();
  const openTopic = useApp((state) => state.openTopic);
  const flow = useOpenShare(file);
  const [choices, setChoices] = useState<Readonly<Record<string, MergeSide>>>({});
  const { preview, report, error, isRunning, share } = flow;
  return (
    <Dialog
      title={t('sharing.title')}
      onClose={onClose}
      isWide
      canDismiss={!isRunning || preview === null}
      actions={
        <Actions
          flow={flow}
          onOpen={() => flow.open(choices)}
          onClose={onClose}
          onShow={(topicId) => {
            onClose();
            void openTopic(topicId);
          }}
        />
      }
    >
      <div className={styles.flow}>
        {error === null ? null : (
          <p role="alert" className={styles.problem}>
            {errorMessage(t, error)}
          </p>
        )}
        {report ? <Report report={report} /> : null}
        {preview && !report ? <ShareContents preview={preview} /> : null}
        {preview && !report && preview.conflicts.length > 0 ? (
          <ConflictList
            conflicts={preview.conflicts}
            choices={choices}
            onChange={setChoices}
            isDisabled={isRunning}
          />
        ) : null}
        {isRunning ? <Progress label={t('sharing.reading')} share={share} /> : null}
      </div>
    </Dialog>
  );
};
