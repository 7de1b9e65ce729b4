import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { InspectorFrame } from '#renderer/features/inspector/InspectorFrame.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import type { ResourcePatch } from '#shared/contract/resources.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import { DescriptionGroup, DatesGroup, NotesGroup, OtherFieldsGroup } from './ResourceGroups.tsx';
import { ResourceMainFields } from './ResourceMainFields.tsx';
import { TopicsGroup } from './TopicsGroup.tsx';
import { useTypeChoices } from './use-type-choices.ts';

/** Everything about one resource, edited where it stands. */
export const ResourceInspector = ({ resourceId }: { readonly resourceId: ResourceId }) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const types = useTypeChoices();
  const { data } = useQuery('resources.get', { resourceId }, ['resources', 'placements', 'images', 'topics']);
  if (!data) return null;
  const { resource } = data;
  const type = types.find(({ id }) => id === resource.typeId);
  const save = (patch: ResourcePatch) => void mutate('resources.update', { resourceId, patch });
  const fields = { resource, save };
  return (
    <InspectorFrame
      kind={type?.name ?? t('resource.kind')}
      title={resource.title}
      icon={type ? <TypeIcon name={type.icon} size={14} /> : null}
      groups={
        <>
          <DatesGroup {...fields} />
          <DescriptionGroup {...fields} />
          <TopicsGroup detail={data} />
          <NotesGroup {...fields} />
          <OtherFieldsGroup resource={resource} />
        </>
      }
    >
      <ResourceMainFields {...fields} image={data.image} />
    </InspectorFrame>
  );
};
