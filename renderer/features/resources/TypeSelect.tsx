import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import { useTypeChoices } from './use-type-choices.ts';

type TypeSelectProps = {
  readonly value: ResourceTypeId;
  readonly onChange: (typeId: ResourceTypeId) => void;
};

const NewTypeDialog = ({
  onMade,
  onClose,
}: {
  onMade: (typeId: ResourceTypeId) => void;
  onClose: () => void;
}) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const [name, setName] = useState('');
  const make = async () => {
    const outcome = await mutate('resourceTypes.create', { name: name.trim(), icon: 'bookmark' });
    if (!outcome.ok) return;
    onMade(outcome.value.typeId);
    onClose();
  };
  return (
    <Dialog
      title={t('resource.new-type')}
      onClose={onClose}
      actions={
        <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void make()}>
          {t('resource.make-type')}
        </Button>
      }
    >
      <TextField
        label={t('resource.type-name')}
        help={t('resource.type-name-help')}
        value={name}
        onChange={setName}
        maxLength={60}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && name.trim() !== '') void make();
        }}
      />
    </Dialog>
  );
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
