import { FileUp, FolderUp } from 'lucide-react';
import { useState } from 'react';
import { chooseFiles } from '#renderer/features/images/choose-files.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { chooseFolder } from './folder-files.ts';
import styles from './Imports.module.css';

/** Takes files by choosing or dropping, or text by pasting. */
export const ImportChoose = ({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) => {
  const t = useT();
  const [text, setText] = useState('');
  const choose = async (choosing: Promise<readonly File[]>) => {
    const files = await choosing;
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <div className={styles.drop}>
        <p className={styles.dropWords}>{t('import.drop')}</p>
        <div className={styles.files}>
          <Button onPress={() => void choose(chooseFiles('', true))} autoFocus>
            <Icon of={FileUp} />
            {t('import.choose')}
          </Button>
          <Button onPress={() => void choose(chooseFolder())}>
            <Icon of={FolderUp} />
            {t('import.choose-folder')}
          </Button>
        </div>
        <p className={styles.hint}>{t('import.help')}</p>
      </div>
      <TextArea
        label={t('import.paste')}
        help={t('import.paste-help')}
        value={text}
        onChange={setText}
        className={styles.paste}
      />
      <div>
        <Button
          isDisabled={text.trim() === ''}
          onPress={() => onFiles([new File([text], t('import.pasted-name'), { type: 'text/plain' })])}
        >
          {t('import.read-pasted')}
        </Button>
      </div>
    </>
  );
};
