import { useRef, useState } from 'react';
import { focusFieldIn } from '#renderer/app/focus-field.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { EvidenceCapsule } from '#renderer/features/rights/EvidenceCapsule.tsx';
import type { Image } from '#shared/model/image.ts';
import type { CreditPatch } from './credit-patch.ts';
import { CreditChecklist } from './CreditChecklist.tsx';
import { CreditFields } from './CreditFields.tsx';
import { CreditLinePreview } from './CreditLinePreview.tsx';
import { PasteCredit } from './PasteCredit.tsx';
import type { Pasted } from './read-pasted.ts';
import styles from './CreditCard.module.css';

/**
 * The credit of a picture: the line as it will be published, what is still missing, and the fields, with the origin of
 * each value that came from the file.
 */
export const CreditCard = ({ image }: { readonly image: Image }) => {
  const mutate = useApp((state) => state.mutate);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const { data: embedded } = useQuery('images.embedded', { imageId: image.id }, []);
  const { data: evidence } = useQuery('evidence.list', { imageId: image.id }, ['evidence']);
  const save = (credit: CreditPatch) =>
    void mutate('images.update', { imageId: image.id, patch: { credit } });
  const focusField = (name: string) => {
    const holder = card.current?.querySelector(`[data-field="${name}"]`);
    if (holder) focusFieldIn(holder);
  };
  return (
    <div ref={card} className={styles.card}>
      <CreditLinePreview image={image} />
      <CreditChecklist image={image} hasEvidence={(evidence ?? []).length > 0} onFix={focusField} />
      <PasteCredit credit={image.credit} pasted={pasted} setPasted={setPasted} onTake={save} />
      <CreditFields
        credit={image.credit}
        embedded={embedded ?? []}
        save={save}
        onPasteCredit={setPasted}
        evidence={<EvidenceCapsule imageId={image.id} />}
      />
    </div>
  );
};
