import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import type { Credit } from '#shared/model/credit.ts';
import type { CreditPatch } from './credit-patch.ts';
import { PastePreview, type PasteLine } from './PastePreview.tsx';
import { readPasted, toPasted, type Pasted } from './read-pasted.ts';
import styles from './CreditCard.module.css';

type PasteCreditProps = {
  readonly credit: Credit;
  /** A credit that was pasted elsewhere on the card and is to be looked at here. */
  readonly pasted: Pasted | null;
  readonly setPasted: (pasted: Pasted | null) => void;
  readonly onTake: (patch: CreditPatch) => void;
};

const empty: Pasted = { text: '', html: '' };

/** What can be taken over, the guess of the site's usual license last: that one has to be wanted. */
const linesOf = (pasted: Pasted): readonly PasteLine[] => {
  const parsed = readPasted(pasted);
  const fields = Object.entries(parsed?.fields ?? {}) as [PasteLine['field'], string][];
  const guess = parsed?.suggestedLicenseId ?? null;
  return [
    ...fields.map(([field, value]) => ({ field, value, isGuess: false })),
    ...(guess === null ? [] : [{ field: 'licenseId' as const, value: guess, isGuess: true }]),
  ];
};

const toPatch = (lines: readonly PasteLine[]): CreditPatch => ({
  ...Object.fromEntries(lines.map(({ field, value }) => [field, value])),
  origins: Object.fromEntries(lines.map(({ field }) => [field, 'pasted'] as const)),
});

/** Takes a whole credit line copied from a picture site apart, shows what would go where, and fills the fields on request. */
export const PasteCredit = ({ credit, pasted, setPasted, onTake }: PasteCreditProps) => {
  const t = useT();
  const announce = useApp((state) => state.announce);
  // Fields the curator decided about otherwise than Carrel would: left out, or a guess that is wanted.
  const [flipped, setFlipped] = useState<readonly string[]>([]);
  if (pasted === null) {
    return (
      <Button size="small" className={styles.paste} onPress={() => setPasted(empty)}>
        <Icon of={ClipboardPaste} />
        {t('credit.paste')}
      </Button>
    );
  }
  const lines = linesOf(pasted);
  const isTaken = ({ field, isGuess }: PasteLine) => flipped.includes(field) === isGuess;
  const taken = lines.filter(isTaken);
  const show = (next: Pasted | null) => {
    setFlipped([]);
    setPasted(next);
  };
  return (
    <section className={styles.pasting} aria-label={t('credit.paste-label')}>
      <TextArea
        label={t('credit.paste-label')}
        help={t('credit.paste-help')}
        value={pasted.text}
        onPaste={(event) => {
          const next = toPasted(event.clipboardData);
          if (next.html === '' || pasted.text !== '') return;
          event.preventDefault();
          show(next);
        }}
        onChange={(text) => show({ text, html: '' })}
        autoFocus
      />
      {pasted.text.trim() === '' ? null : (
        <PastePreview
          credit={credit}
          lines={lines}
          isTaken={isTaken}
          onFlip={(field) =>
            setFlipped(
              flipped.includes(field) ? flipped.filter((other) => other !== field) : [...flipped, field],
            )
          }
        />
      )}
      <div className={styles.buttons}>
        <Button size="small" look="quiet" onPress={() => show(null)}>
          {t('dialog.cancel')}
        </Button>
        <Button
          size="small"
          look="primary"
          isDisabled={taken.length === 0}
          onPress={() => {
            onTake(toPatch(taken));
            show(null);
            announce('credit.paste-taken', { count: taken.length });
          }}
        >
          {t('credit.paste-take', { count: taken.length })}
        </Button>
      </div>
    </section>
  );
};
