import { ExternalLink } from 'lucide-react';
import { Link } from 'react-aria-components';
import { KnownAddress, useKnownAddress } from '#renderer/features/capture/KnownAddress.tsx';
import { LookupNote } from '#renderer/features/capture/LookupNote.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { checkAddress } from './field-checks.ts';
import type { ResourceFields } from './resource-fields.ts';
import styles from './ResourceInspector.module.css';

/** The address of a resource, a way to open it, and what is to be said of it. */
export const AddressField = ({ resource, save }: ResourceFields) => {
  const t = useT();
  const { known, ask, forget } = useKnownAddress(resource.id);
  const commit = (text: string) => {
    const url = toWebAddress(text);
    save({ url });
    void ask(url);
  };
  return (
    <div className={styles.address}>
      <DraftField
        label={t('resource.url')}
        type="url"
        value={resource.url ?? ''}
        check={checkAddress(t)}
        onCommit={commit}
      />
      {resource.url ? (
        <Link href={resource.url} target="_blank" rel="noopener" className={styles.open ?? ''}>
          <Icon of={ExternalLink} size={14} />
          {t('resource.open')}
        </Link>
      ) : null}
      {known ? <KnownAddress resourceId={resource.id} known={known} onEnd={forget} /> : null}
      <LookupNote resourceId={resource.id} />
    </div>
  );
};
