import { Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { NewTypeDialog } from '#renderer/features/resources/NewTypeDialog.tsx';
import { iconNameKeys } from '#renderer/features/resources/type-icon-names.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import { typeIconSchema, type ResourceType, type TypeIcon as TypeIconName } from '#shared/model/resource.ts';
import { RemoveTypeDialog } from './RemoveTypeDialog.tsx';
import styles from './SettingsView.module.css';

type TypeRowProps = { readonly type: ResourceType; readonly onRemove: () => void };

const TypeRow = ({ type, onRemove }: TypeRowProps) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const save = (patch: { name?: string; icon?: TypeIconName }) =>
    void mutate('resourceTypes.update', { typeId: type.id, patch });
  return (
    <li className={styles.type}>
      <Select<TypeIconName>
        label={t('library.type-icon', { name: type.name })}
        hideLabel
        choices={typeIconSchema.options.map((icon) => ({
          id: icon,
          label: t(iconNameKeys[icon]),
          icon: <TypeIcon name={icon} />,
        }))}
        value={type.icon}
        onChange={(icon) => save({ icon })}
      />
      <DraftField
        label={t('library.type-name', { name: type.name })}
        hideLabel
        value={type.name}
        check={(text) => (text === '' || text.length > 60 ? t('library.type-name-wrong') : null)}
        onCommit={(name) => save({ name })}
      />
      <IconButton icon={Trash2} label={t('library.type-remove', { name: type.name })} onPress={onRemove} />
    </li>
  );
};

/** The library's own resource types: made, renamed, drawn otherwise, removed with another in their place. */
export const OwnTypes = () => {
  const t = useT();
  const own = useApp((state) => state.resourceTypes);
  const [isMaking, setIsMaking] = useState(false);
  const [removing, setRemoving] = useState<ResourceType | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  return (
    <>
      {own.length > 0 ? (
        <ul className={styles.types} aria-label={t('library.types')}>
          {own.map((type) => (
            <TypeRow key={type.id} type={type} onRemove={() => setRemoving(type)} />
          ))}
        </ul>
      ) : null}
      <Button ref={add} onPress={() => setIsMaking(true)}>
        <Icon of={Plus} />
        {t('resource.new-type-choice')}
      </Button>
      {isMaking ? <NewTypeDialog onClose={() => setIsMaking(false)} /> : null}
      {removing ? (
        <RemoveTypeDialog
          type={removing}
          onRemoved={() => requestAnimationFrame(() => add.current?.focus())}
          onClose={() => setRemoving(null)}
        />
      ) : null}
    </>
  );
};
