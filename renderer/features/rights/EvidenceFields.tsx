import { useApp } from '#renderer/app/store/use-app.ts';
import { checkAddress, checkDate, orNull } from '#renderer/features/resources/field-checks.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { InputOf } from '#shared/contract/contract.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { evidenceKindSchema, type Evidence } from '#shared/model/evidence.ts';

/** What a curator writes down about a piece of evidence. */
export const EvidenceFields = ({ evidence }: { readonly evidence: Evidence }) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const save = (patch: InputOf<'evidence.update'>['patch']) =>
    void mutate('evidence.update', { evidenceId: evidence.id, patch });
  return (
    <>
      <Select
        label={t('evidence.kind-label')}
        choices={evidenceKindSchema.options.map((id) => ({ id, label: t(`evidence.kind.${id}`) }))}
        value={evidence.kind}
        onChange={(kind) => save({ kind })}
      />
      <DraftField
        label={t('evidence.seen-on')}
        placeholder={t('field.date-form')}
        value={evidence.seenOn ?? ''}
        check={checkDate(t)}
        onCommit={(text) => save({ seenOn: orNull(text) })}
      />
      <DraftField
        label={t('evidence.page')}
        type="url"
        value={evidence.pageUrl ?? ''}
        check={checkAddress(t)}
        onCommit={(text) => save({ pageUrl: toWebAddress(text) })}
      />
      <DraftField
        label={t('evidence.as-found')}
        help={t('evidence.as-found-help')}
        isMultiline
        value={evidence.licenseAsFound}
        onCommit={(licenseAsFound) => save({ licenseAsFound })}
      />
      <DraftField
        label={t('evidence.note')}
        isMultiline
        value={evidence.note}
        onCommit={(note) => save({ note })}
      />
    </>
  );
};
