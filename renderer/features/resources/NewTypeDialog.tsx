import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import { typeIconSchema, type TypeIcon as TypeIconName } from '#shared/model/resource.ts';
import { iconNameKeys } from './type-icon-names.ts';

type NewTypeDialogProps = {
  /** Told the new type, before the dialog closes. */
  readonly onMade?: (typeId: ResourceTypeId) => void;
  readonly onClose: () => void;
};

/** Makes a resource type of the library's own. */
export const NewTypeDialog = ({ onMade, onClose }: NewTypeDialogProps) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const [name, setName] = useState('');
  const [icon, setIcon] = useState<TypeIconName>('bookmark');
  const make = async () => {
    const outcome = await mutate('resourceTypes.create', { name: name.trim(), icon });
    if (!outcome.ok) return;
    onMade?.(outcome.value.typeId);
    onClose();
  };
  return (
    <Dialog
      title={t('resource.new-type')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void make()}>
            {t('resource.make-type')}
          </Button>
        </>
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
      <Select<TypeIconName>
        label={t('resource.type-icon')}
        choices={typeIconSchema.options.map((id) => ({
          id,
          label: t(iconNameKeys[id]),
          icon: <TypeIcon name={id} />,
        }))}
        value={icon}
        onChange={setIcon}
      />
    </Dialog>
  );
};
