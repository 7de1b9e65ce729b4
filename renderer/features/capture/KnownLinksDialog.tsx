import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { DialogState } from '#renderer/app/view.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './Capture.module.css';
import { captureLinks } from './capture-links.ts';

type KnownLinksDialogProps = Omit<Extract<DialogState, { kind: 'known-links' }>, 'kind'> & {
  readonly onClose: () => void;
};

/** What was captured and is in the library already: to show here too, to add anyway, or to leave. */
export const KnownLinksDialog = ({ known, links, place, earlier, onClose }: KnownLinksDialogProps) => {
  const t = useT();
  const store = useAppStore();
  const count = known.length;
  const canShow = place !== null && known.some(({ isHere }) => !isHere);
  const take = (ifKnown: 'show' | 'add') => {
    onClose();
    void captureLinks(store, links, place, { ifKnown, earlier });
  };
  return (
    <Dialog
      title={t('capture.known', { count })}
      onClose={onClose}
      isText={count > 6}
      actions={
        <>
          <Button look="quiet" autoFocus={!canShow} onPress={onClose}>
            {t('capture.leave', { count })}
          </Button>
          <Button onPress={() => take('add')}>{t('capture.add-anyway')}</Button>
          {canShow ? (
            <Button look="primary" autoFocus onPress={() => take('show')}>
              {t('capture.show-here', { count })}
            </Button>
          ) : null}
        </>
      }
    >
      <ul className={styles.known}>
        {known.map(({ url, title, topicTitles, isHere }) => (
          <li key={url}>
            <p className={styles.title}>{title}</p>
            {title === url ? null : <p className={styles.facts}>{url}</p>}
            <p className={styles.facts}>
              {isHere
                ? t('capture.is-here')
                : topicTitles.length > 0
                  ? t('capture.is-in', { topics: topicTitles.join(', ') })
                  : t('capture.is-in-library')}
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
