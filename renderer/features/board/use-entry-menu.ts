import { runAction } from '#renderer/app/actions/registry.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { RowInput } from '#renderer/ui/rows/use-row-input.ts';
import { useRowMenu } from '#renderer/ui/rows/use-row-menu.ts';

/** The buttons of a list's entries and their menu. */
export const useEntryMenu = ({ onPick }: RowInput, isSelected: (key: string) => boolean) => {
  const store = useAppStore();
  return useRowMenu((key, deed, event) => {
    if (deed === 'pick') {
      onPick(key, event.shiftKey ? 'range' : 'toggle');
      return 'done';
    }
    // What is chosen stays chosen when something is done with one of it.
    if (!isSelected(key)) onPick(key, 'only');
    if (deed !== 'move') return 'menu';
    runAction(store, 'entry.move-to');
    return 'done';
  });
};
