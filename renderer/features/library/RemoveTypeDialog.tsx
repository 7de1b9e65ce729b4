import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useTypeChoices } from '#renderer/features/resources/use-type-choices.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import type { ResourceType } from '#shared/model/resource.ts';
import { defaultResourceTypeId } from '#shared/model/resource-types.ts';

type RemoveTypeDialogProps = {
  readonly type: ResourceType;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
};

/** Removes a type: what its resources become has to be chosen. Undo brings it back. */
export const RemoveTypeDialog = ({ type, onRemoved, onClose }: RemoveTypeDialogProps) => {
  const t = useT();
  const { mutate, announce } = useApp(({ mutate, announce }) => ({ mutate, announce }));
  const choices = useTypeChoices().filter(({ id }) => id !== type.id);
  const [replaceWith, setReplaceWith] = useState<ResourceTypeId>(defaultResourceTypeId);
  const remove = async () => {
    const outcome = await mutate('resourceTypes.remove', { typeId: type.id, replaceWith });
    if (!outcome.ok) return;
    announce('library.type-removed', { name: type.name });
    onClose();
    onRemoved();
  };
  return (
    <Dialog
      title={t('library.type-remove', { name: type.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" onPress={() => void remove()}>
            {t('library.type-remove-do')}
          </Button>
        </>
      }
    >
      <Select<ResourceTypeId>
        label={t('library.type-replace')}
        choices={choices.map(({ id, name, icon }) => ({ id, label: name, icon: <TypeIcon name={icon} /> }))}
        value={replaceWith}
        onChange={setReplaceWith}
      />
    </Dialog>
  );
};
