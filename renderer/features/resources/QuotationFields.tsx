import { useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { checkAddress } from './field-checks.ts';
import styles from './ResourceInspector.module.css';
import type { ResourceFields } from './resource-fields.ts';

/** Whether the summary is somebody else's wording, and whose. A source makes it a quotation; the address may be unknown. */
export const QuotationFields = ({ resource, save }: ResourceFields) => {
  const t = useT();
  const { quotedFrom } = resource;
  const [isAsked, setAsked] = useState(false);
  const isQuoted = quotedFrom !== null || isAsked;
  const mark = (isMarked: boolean) => {
    setAsked(isMarked);
    if (!isMarked && quotedFrom !== null) save({ quotedFrom: null });
  };
  return (
    <div className={styles.quotation}>
      <Checkbox isSelected={isQuoted} onChange={mark}>
        {t('quotation.mark')}
      </Checkbox>
      {isQuoted ? (
        <>
          <DraftField
            label={t('quotation.source')}
            help={t('quotation.source-help')}
            value={quotedFrom?.source ?? ''}
            check={(text) => (text === '' ? t('quotation.source-wrong') : null)}
            onCommit={(source) => save({ quotedFrom: { source, url: quotedFrom?.url ?? null } })}
          />
          <DraftField
            label={t('quotation.address')}
            type="url"
            // Without a source there is nothing yet that could keep an address.
            isDisabled={quotedFrom === null}
            value={quotedFrom?.url ?? ''}
            check={checkAddress(t)}
            onCommit={(text) =>
              quotedFrom ? save({ quotedFrom: { ...quotedFrom, url: toWebAddress(text) } }) : undefined
            }
          />
        </>
      ) : null}
    </div>
  );
};
