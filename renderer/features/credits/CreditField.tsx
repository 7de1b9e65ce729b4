import { useT } from '#renderer/i18n/use-t.ts';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import type { OutputOf } from '#shared/contract/contract.ts';
import { originSchema, type Credit, type CreditField as CreditFieldName } from '#shared/model/credit.ts';
import type { CreditPatch } from './credit-patch.ts';
import { OriginChip } from './OriginChip.tsx';
import styles from './CreditCard.module.css';

type TextName = Exclude<CreditFieldName, 'licenseId'> | 'licenseSeenOn' | 'evidenceNote';

type CreditFieldProps = {
  readonly name: TextName;
  readonly credit: Credit;
  readonly embedded: OutputOf<'images.embedded'>;
  readonly save: (patch: CreditPatch) => void;
  readonly toPatch: (text: string) => CreditPatch;
  readonly check?: (text: string) => string | null;
  readonly isMultiline?: boolean;
};

const hasHelp = new Set<string>(['creditLine', 'changes', 'sourceUrl', 'licenseSeenOn', 'evidenceNote']);

/** One field of a credit with the origin of its value and, where the file says other things elsewhere, those. */
export const CreditField = ({
  name,
  credit,
  embedded,
  save,
  toPatch,
  check,
  isMultiline,
}: CreditFieldProps) => {
  const t = useT();
  const value = credit[name] ?? '';
  const origin = name === 'licenseSeenOn' || name === 'evidenceNote' ? undefined : credit.origins[name];
  const others = (embedded.find(({ field }) => field === name)?.found ?? []).filter(
    (found) => found.value !== value,
  );
  const take = (text: string, from: string) => {
    const parsed = originSchema.safeParse(from);
    const patch = toPatch(text);
    save(parsed.success ? { ...patch, origins: { ...credit.origins, [name]: parsed.data } } : patch);
  };
  return (
    <div>
      <div data-field={name}>
        <DraftField
          label={t(`credit.field.${name}`)}
          {...(hasHelp.has(name) ? { help: t(`credit.help.${name}` as 'credit.help.changes') } : {})}
          value={value}
          onCommit={(text) => save(toPatch(text))}
          {...(check ? { check } : {})}
          {...(isMultiline ? { isMultiline } : {})}
        />
      </div>
      <OriginChip origin={value === '' ? undefined : origin} />
      {others.map(({ origin: from, value: text }) => (
        <p key={from + text} className={styles.other}>
          <span>
            {t('credit.also-says', { origin: t(`credit.origin-name.${from as 'xmp'}`), value: text })}
          </span>
          <button type="button" className={styles.use} onClick={() => take(text, from)}>
            {t('credit.use-this')}
          </button>
        </p>
      ))}
    </div>
  );
};
