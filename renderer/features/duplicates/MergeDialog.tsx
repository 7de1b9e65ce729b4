import { useState } from 'react';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { Compared } from './candidate-fields.ts';
import { CompareTable } from './CompareTable.tsx';
import styles from './Duplicates.module.css';
import { useMerge } from './use-merge.ts';

type MergeDialogProps = { readonly target: BulkTarget; readonly onClose: () => void };

const Compare = ({ group, onClose }: { readonly group: Compared; readonly onClose: () => void }) => {
  const t = useT();
  const { keepId, setKeepId, choices, choose, merge } = useMerge(group);
  const [isBusy, setIsBusy] = useState(false);
  if (keepId === undefined) return null;
  const run = async () => {
    setIsBusy(true);
    if (await merge()) onClose();
    else setIsBusy(false);
  };
  return (
    <Dialog
      isWide
      title={t('duplicates.merge-title', { count: group.resourceIds.length })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={isBusy} onPress={() => void run()}>
            {t('duplicates.merge')}
          </Button>
        </>
      }
    >
      <CompareTable group={group} keepId={keepId} choices={choices} onKeep={setKeepId} onChoose={choose} />
      <p className={styles.promise}>{t('duplicates.promise', { count: group.resourceIds.length - 1 })}</p>
    </Dialog>
  );
};

/** Makes one resource of those that were chosen by hand, which nothing but the curator knows to be the same. */
export const MergeDialog = ({ target, onClose }: MergeDialogProps) => {
  const t = useT();
  const { data, error } = useQuery('bulk.details', { target }, ['resources', 'placements', 'topics']);
  const [group, setGroup] = useState<Compared | null>(null);
  // What is compared stays as it was when it was opened: merging changes it under the dialog that is about to close.
  if (data && group === null)
    setGroup({ resources: data, resourceIds: data.map(({ resource }) => resource.id) });
  if (group && group.resourceIds.length > 1) return <Compare group={group} onClose={onClose} />;
  if (data === null && error === null) return null;
  return (
    <Dialog title={t('bulk.merge')} onClose={onClose} isText>
      <p>{error === null ? t('duplicates.one-already') : errorMessage(t, error)}</p>
    </Dialog>
  );
};
