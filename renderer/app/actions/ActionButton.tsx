import { useT } from '#renderer/i18n/use-t.ts';
import { Button, type ButtonProps } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useApp, useAppStore } from '../store/use-app.ts';
import { findAction } from './registry.ts';

type ActionButtonProps = {
  /** Id in the registry. */
  readonly action: string;
  /** Words instead of the drawing alone. */
  readonly look?: 'icon' | NonNullable<ButtonProps['look']>;
  /** A name more exact than the action's own, such as what would be undone. */
  readonly label?: string;
  readonly isPressed?: boolean;
  readonly size?: NonNullable<ButtonProps['size']>;
  /** Marks it for those who look for it, to give it the focus. */
  readonly 'data-add'?: boolean;
};

/** A button for an action of the registry: its name, drawing, key and availability come from there. */
export const ActionButton = ({ action: id, look = 'icon', label, isPressed, ...rest }: ActionButtonProps) => {
  const t = useT();
  const store = useAppStore();
  const action = findAction(id);
  const isAvailable = useApp((state) => action?.isAvailable(state) ?? false);
  if (!action) return null;
  const name = label ?? t(action.labelKey);
  const common = {
    ...rest,
    isDisabled: !isAvailable,
    onPress: () => void action.run(store),
    ...(isPressed === undefined ? {} : { 'aria-pressed': isPressed }),
  };
  if (look === 'icon' && action.icon) {
    return (
      <IconButton
        {...common}
        icon={action.icon}
        label={name}
        shortcut={action.singleKey?.key ?? action.shortcuts?.[0]}
      />
    );
  }
  return (
    <Button {...common} look={look === 'icon' ? 'normal' : look}>
      {action.icon ? <Icon of={action.icon} /> : null}
      {name}
    </Button>
  );
};
