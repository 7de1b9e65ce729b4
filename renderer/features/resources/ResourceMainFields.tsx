import { useT } from '#renderer/i18n/use-t.ts';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import type { Image } from '#shared/model/image.ts';
import { PictureField } from '#renderer/features/images/PictureField.tsx';
import { AddressField } from './AddressField.tsx';
import { checkTitle, orNull, toList } from './field-checks.ts';
import { QuotationFields } from './QuotationFields.tsx';
import type { ResourceFields } from './resource-fields.ts';
import { TypeSelect } from './TypeSelect.tsx';

type ResourceMainFieldsProps = ResourceFields & { readonly image: Image | null };

/** The fields that most resources need. */
export const ResourceMainFields = ({ resource, save, image }: ResourceMainFieldsProps) => {
  const t = useT();
  return (
    <>
      <DraftField
        label={t('resource.title')}
        value={resource.title}
        check={checkTitle(t)}
        onCommit={(title) => save({ title })}
      />
      <AddressField resource={resource} save={save} />
      <TypeSelect value={resource.typeId} onChange={(typeId) => save({ typeId })} />
      <DraftField
        label={t('resource.summary')}
        help={t('resource.summary-help')}
        isMultiline
        value={resource.summary}
        onCommit={(summary) => save({ summary })}
      />
      <QuotationFields resource={resource} save={save} />
      <DraftField
        label={t('resource.creators')}
        help={t('resource.creators-help')}
        isMultiline
        value={resource.creators.join('\n')}
        onCommit={(text) => save({ creators: toList(text) })}
      />
      <DraftField
        label={t('resource.publisher')}
        value={resource.publisher ?? ''}
        onCommit={(text) => save({ publisher: orNull(text) })}
      />
      <PictureField
        image={image}
        target={{ kind: 'resource', resourceId: resource.id }}
        onRemove={() => save({ imageId: null })}
      />
    </>
  );
};
