import { useT } from '#renderer/i18n/use-t.ts';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Credit, CreditField as CreditFieldName } from '#shared/model/credit.ts';
import type { CreditPatch } from './credit-patch.ts';
import { OriginChip } from './OriginChip.tsx';
import { OtherValues } from './OtherValues.tsx';

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
  const isEvidence = name === 'licenseSeenOn' || name === 'evidenceNote';
  const origin = isEvidence ? undefined : credit.origins[name];
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
      {isEvidence ? null : (
        <OtherValues
          field={name}
          credit={credit}
          embedded={embedded}
          onUse={(origins, text) => save({ ...toPatch(text), ...origins })}
        />
      )}
    </div>
  );
};
