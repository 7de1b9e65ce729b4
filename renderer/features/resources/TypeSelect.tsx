import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Select } from '#renderer/ui/Select.tsx';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import { NewTypeDialog } from './NewTypeDialog.tsx';
import { useTypeChoices } from './use-type-choices.ts';

type TypeSelectProps = {
  readonly value: ResourceTypeId;
  readonly onChange: (typeId: ResourceTypeId) => void;
};

/** Chooses a resource's type: built in, or one of the library's own, or a new one made on the spot. */
export const TypeSelect = ({ value, onChange }: TypeSelectProps) => {
  const t = useT();
  const choices = useTypeChoices();
  const [isMaking, setIsMaking] = useState(false);
  return (
    <>
      <Select<string>
        label={t('resource.type')}
        choices={[
          ...choices.map(({ id, name, icon }) => ({ id, label: name, icon: <TypeIcon name={icon} /> })),
          { id: '+', label: t('resource.new-type-choice'), icon: <Plus size={16} aria-hidden /> },
        ]}
        value={value}
        onChange={(id) => {
          if (id === '+') setIsMaking(true);
          else onChange(id as ResourceTypeId);
        }}
      />
      {isMaking ? <NewTypeDialog onMade={onChange} onClose={() => setIsMaking(false)} /> : null}
    </>
  );
};
