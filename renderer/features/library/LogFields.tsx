import { useState } from 'react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { OutputOf } from '#shared/contract/contract.ts';
import styles from './LogFields.module.css';

/** What Carrel noted about itself: to read, and to delete. */
export const LogFields = () => {
  const t = useT();
  const { call } = useApi();
  const { mutate, notify } = useApp(({ mutate, notify }) => ({ mutate, notify }));
  const [log, setLog] = useState<OutputOf<'logs.read'> | null>(null);

  const show = () =>
    void call('logs.read', {}).then(setLog, (error: unknown) => notify({ tone: 'problem', text: { error } }));
  const remove = async () => {
    const outcome = await mutate('logs.remove', {});
    if (!outcome.ok) return;
    setLog(null);
    notify({ tone: 'done', text: { key: 'log.removed' } });
  };

  return (
    <>
      <Button onPress={show}>{t('log.show')}</Button>
      {log ? (
        <Dialog
          title={t('log.title')}
          onClose={() => setLog(null)}
          isWide
          isText
          actions={
            <>
              <Button look="danger" isDisabled={log.text === ''} onPress={() => void remove()}>
                {t('log.remove')}
              </Button>
              <Button look="primary" autoFocus onPress={() => setLog(null)}>
                {t('dialog.close')}
              </Button>
            </>
          }
        >
          <p>{t('log.place', { place: log.place })}</p>
          <pre className={styles.text}>{log.text === '' ? t('log.empty') : log.text}</pre>
        </Dialog>
      ) : null}
    </>
  );
};
