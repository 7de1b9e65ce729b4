import { Check } from 'lucide-react';
import { useState } from 'react';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { KnownLibrary } from '#shared/contract/libraries.ts';
import styles from './Libraries.module.css';
import { useLibraries, type Libraries } from './use-libraries.ts';

const Line = ({
  library,
  isWorking,
  open,
}: Pick<Libraries, 'isWorking' | 'open'> & { library: KnownLibrary }) => {
  const t = useT();
  const { title, place, isOpen } = library;
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <strong>{title}</strong>
        <span className={styles.place}>{place}</span>
      </span>
      {isOpen ? (
        <span className={styles.now}>
          <Icon of={Check} size={14} />
          {t('libraries.is-open')}
        </span>
      ) : (
        <Button
          size="small"
          isDisabled={isWorking}
          aria-label={t('libraries.open-what', { title })}
          onPress={() => open(library)}
        >
          {t('libraries.open')}
        </Button>
      )}
    </li>
  );
};

const NewLibrary = ({ found, isWorking, make }: Pick<Libraries, 'found' | 'isWorking' | 'make'>) => {
  const t = useT();
  const [name, setName] = useState('');
  const canMake = name.trim() !== '' && !isWorking;
  const go = () => {
    if (canMake) make(name.trim());
  };
  return (
    <div className={styles.fresh}>
      <TextField
        autoFocus
        label={t('libraries.new-name')}
        help={found ? t('sharing.new-place-beside', { place: found.around }) : ''}
        value={name}
        onChange={(next) => setName(next.slice(0, 500))}
        isDisabled={isWorking}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) go();
        }}
      />
      <Button look="primary" isDisabled={!canMake} onPress={go}>
        {t('libraries.make')}
      </Button>
    </div>
  );
};

/** Libraries that were shown on this computer, to go over to one of them, and the way to a new one. */
export const LibrariesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT();
  const { found, error, isWorking, open, make } = useLibraries();
  return (
    <Dialog
      title={t('libraries.title')}
      onClose={onClose}
      canDismiss={!isWorking}
      actions={
        <Button look="quiet" isDisabled={isWorking} onPress={onClose}>
          {t('dialog.close')}
        </Button>
      }
    >
      {error === null ? null : (
        <p role="alert" className={styles.problem}>
          {errorMessage(t, error)}
        </p>
      )}
      <ul className={styles.list} aria-label={t('libraries.known')}>
        {(found?.libraries ?? []).map((library) => (
          <Line key={library.key} library={library} isWorking={isWorking} open={open} />
        ))}
      </ul>
      <NewLibrary found={found} isWorking={isWorking} make={make} />
    </Dialog>
  );
};
