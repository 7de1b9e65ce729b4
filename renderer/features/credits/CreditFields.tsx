import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Group } from '#renderer/ui/Group.tsx';
import type { OutputOf } from '#shared/contract/contract.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { licenseIdSchema, type Credit } from '#shared/model/credit.ts';
import { checkAddress, checkDate, orNull } from '#renderer/features/resources/field-checks.ts';
import { CreditField } from './CreditField.tsx';
import type { CreditPatch } from './credit-patch.ts';
import { LicensePicker } from './LicensePicker.tsx';
import { OriginChip } from './OriginChip.tsx';
import { OtherValues } from './OtherValues.tsx';
import type { Pasted } from './read-pasted.ts';
import styles from './CreditCard.module.css';

type CreditFieldsProps = {
  readonly credit: Credit;
  /** What the file itself says. */
  readonly embedded: OutputOf<'images.embedded'>;
  readonly save: (patch: CreditPatch) => void;
  /** A whole credit was pasted where only a license is asked for. */
  readonly onPasteCredit: (pasted: Pasted) => void;
  /** What is kept to show the terms. */
  readonly evidence: ReactNode;
};

/** The fields of a credit: title, author, source and license first, the rest folded away. */
export const CreditFields = ({ credit, embedded, save, onPasteCredit, evidence }: CreditFieldsProps) => {
  const t = useT();
  const common = { credit, embedded, save };
  const address = checkAddress(t);
  return (
    <>
      <div className={styles.fields}>
        <div data-field="licenseId">
          <LicensePicker
            label={t('credit.license')}
            value={credit.licenseId}
            onChange={(licenseId) => save({ licenseId })}
            onPasteCredit={onPasteCredit}
          />
          <OriginChip origin={credit.licenseId === null ? undefined : credit.origins.licenseId} />
          <OtherValues
            field="licenseId"
            credit={credit}
            embedded={embedded}
            show={(id) => licenseById(id)?.shortName ?? id}
            onUse={(origins, id) => save({ licenseId: licenseIdSchema.parse(id), ...origins })}
          />
        </div>
        <CreditField {...common} name="creator" toPatch={(creator) => ({ creator })} />
        <CreditField
          {...common}
          name="creatorUrl"
          check={address}
          toPatch={(text) => ({ creatorUrl: toWebAddress(text) })}
        />
        <CreditField {...common} name="title" toPatch={(title) => ({ title })} />
        <CreditField
          {...common}
          name="sourceUrl"
          check={address}
          toPatch={(text) => ({ sourceUrl: toWebAddress(text) })}
        />
      </div>
      <div className={styles.groups}>
        <Group title={t('credit.more')}>
          <CreditField
            {...common}
            name="copyrightNotice"
            toPatch={(copyrightNotice) => ({ copyrightNotice })}
          />
          <CreditField {...common} name="creditLine" toPatch={(creditLine) => ({ creditLine })} />
          <CreditField {...common} name="changes" toPatch={(changes) => ({ changes })} />
          <CreditField {...common} name="usageTerms" isMultiline toPatch={(usageTerms) => ({ usageTerms })} />
          <CreditField
            {...common}
            name="licensorUrl"
            check={address}
            toPatch={(text) => ({ licensorUrl: toWebAddress(text) })}
          />
        </Group>
        <Group title={t('credit.evidence')}>
          <CreditField
            {...common}
            name="licenseSeenOn"
            check={checkDate(t)}
            toPatch={(text) => ({ licenseSeenOn: orNull(text) })}
          />
          <CreditField
            {...common}
            name="evidenceNote"
            isMultiline
            toPatch={(evidenceNote) => ({ evidenceNote })}
          />
          {evidence}
        </Group>
      </div>
    </>
  );
};
