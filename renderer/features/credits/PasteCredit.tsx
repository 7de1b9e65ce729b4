import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { parsePastedCredit } from '#shared/domain/credits/parse-pasted-credit.ts';
import type { CreditPatch } from './credit-patch.ts';
import styles from './CreditCard.module.css';

type FoundProps = { readonly found: CreditPatch };

const textOf = (value: CreditPatch[keyof CreditPatch]): string => (typeof value === 'string' ? value : '');

const Found = ({ found }: FoundProps) => {
  const t = useT();
  const names = Object.keys(found).filter((name) => name !== 'origins') as (keyof CreditPatch)[];
  if (names.length === 0) return <p className={styles.hint}>{t('credit.paste-nothing')}</p>;
  return (
    <dl className={styles.found}>
      {names.map((name) => (
        <div key={name}>
          <dt>{messageOf(t, `credit.field.${name}`, {}, name)}</dt>
          <dd>
            {name === 'licenseId' ? licenseById(found.licenseId ?? null)?.shortName : textOf(found[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** Takes a whole credit line copied from a picture site apart, shows what it found, and fills the fields on request. */
export const PasteCredit = ({ onTake }: { readonly onTake: (patch: CreditPatch) => void }) => {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const parsed = parsePastedCredit(text);
  const found = parsed?.fields ?? {};
  const suggested = licenseById(parsed?.suggestedLicenseId ?? null);
  const close = () => {
    setIsOpen(false);
    setText('');
  };
  if (!isOpen) {
    return (
      <Button size="small" className={styles.paste} onPress={() => setIsOpen(true)}>
        <Icon of={ClipboardPaste} />
        {t('credit.paste')}
      </Button>
    );
  }
  return (
    <div className={styles.pasting}>
      <TextArea
        label={t('credit.paste-label')}
        help={t('credit.paste-help')}
        value={text}
        onChange={setText}
        autoFocus
      />
      {text.trim() === '' ? null : <Found found={found} />}
      {suggested ? (
        <p className={styles.hint}>{t('credit.paste-suggests', { license: suggested.shortName })}</p>
      ) : null}
      <div className={styles.buttons}>
        <Button size="small" look="quiet" onPress={close}>
          {t('dialog.cancel')}
        </Button>
        <Button
          size="small"
          look="primary"
          isDisabled={Object.keys(found).length === 0}
          onPress={() => {
            const origins = Object.fromEntries(Object.keys(found).map((name) => [name, 'pasted'] as const));
            onTake({ ...found, origins });
            close();
          }}
        >
          {t('credit.paste-take')}
        </Button>
      </div>
    </div>
  );
};
