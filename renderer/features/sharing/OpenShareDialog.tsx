import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import type { MergeSide, SharePreview, ShareReport } from '#shared/contract/sharing.ts';
import { ConflictList } from './ConflictList.tsx';
import { MadeLibrary } from './MadeLibrary.tsx';
import { ShareActions } from './ShareActions.tsx';
import { ShareContents } from './ShareContents.tsx';
import styles from './Sharing.module.css';
import { useOpenShare, type OpenShare } from './use-open-share.ts';
import { WhereTo, type Where } from './WhereTo.tsx';

type OpenShareDialogProps = { readonly file: File; readonly onClose: () => void };

const hasSomething = ({ conflicts, changes }: SharePreview): boolean =>
  conflicts.length > 0 || Object.values(changes).some((count) => count > 0);

const Report = ({ report }: { readonly report: ShareReport }) => {
  const t = useT();
  const { changes, images } = report;
  return (
    <p role="status" className={styles.from}>
      {t('sharing.done', { ...changes, images })}
    </p>
  );
};

/** What the user has said so far. */
const useAnswers = ({ preview }: OpenShare) => {
  const [choices, setChoices] = useState<Readonly<Record<string, MergeSide>>>({});
  const [where, setWhere] = useState<Where>('this');
  const [typed, setName] = useState<string | null>(null);
  const name = typed ?? preview?.title ?? '';
  return {
    choices,
    setChoices,
    where,
    setWhere,
    name,
    setName,
    isReady: preview !== null && (where === 'new' ? name.trim() !== '' : hasSomething(preview)),
  };
};

type QuestionsProps = {
  readonly preview: SharePreview;
  readonly answers: ReturnType<typeof useAnswers>;
  readonly isDisabled: boolean;
};

const Questions = ({ preview, answers, isDisabled }: QuestionsProps) => {
  const { where, setWhere, name, setName, choices, setChoices } = answers;
  return (
    <>
      <ShareContents preview={preview} where={where} />
      <WhereTo where={where} onWhere={setWhere} name={name} onName={setName} isDisabled={isDisabled} />
      {where === 'this' && preview.conflicts.length > 0 ? (
        <ConflictList
          conflicts={preview.conflicts}
          choices={choices}
          onChange={setChoices}
          isDisabled={isDisabled}
        />
      ) : null}
    </>
  );
};

/** Takes in what a colleague has sent: look, settle what both changed, one step that can be undone; or a library of its own. */
export const OpenShareDialog = ({ file, onClose }: OpenShareDialogProps) => {
  const t = useT();
  const openTopic = useApp((state) => state.openTopic);
  const flow = useOpenShare(file);
  const answers = useAnswers(flow);
  const { preview, report, made, error, isRunning, share } = flow;
  const { where, name, choices } = answers;
  return (
    <Dialog
      title={t('sharing.title')}
      onClose={onClose}
      isWide
      canDismiss={!isRunning || preview === null}
      actions={
        <ShareActions
          flow={flow}
          where={where}
          isReady={answers.isReady}
          onStart={() => (where === 'new' ? flow.make(name.trim()) : flow.open(choices))}
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
        {made ? <MadeLibrary made={made} /> : null}
        {preview && !report && !made ? (
          <Questions preview={preview} answers={answers} isDisabled={isRunning} />
        ) : null}
        {isRunning ? (
          <Progress
            label={t(preview && where === 'new' ? 'sharing.making' : 'sharing.reading')}
            share={share}
          />
        ) : null}
      </div>
    </Dialog>
  );
};
