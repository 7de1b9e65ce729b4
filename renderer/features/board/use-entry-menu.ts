import { useState, type MouseEvent } from 'react';
import { runAction } from '#renderer/app/actions/registry.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { RowInput } from '#renderer/ui/rows/use-row-input.ts';

/** A place of the window, in CSS pixels. */
type At = { readonly x: number; readonly y: number };

const elementAt = ({ target }: MouseEvent, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

const keyAt = (event: MouseEvent) => elementAt(event, '[data-key]')?.dataset['key'] ?? null;

/** The menu key has no place of its own: the menu opens at the row. */
const placeOf = (event: MouseEvent): At => {
  const row = elementAt(event, '[data-key]')?.getBoundingClientRect();
  const isByKey = event.clientX === 0 && event.clientY === 0;
  return isByKey && row ? { x: row.left + 24, y: row.bottom } : { x: event.clientX, y: event.clientY };
};

/** The buttons of all entries of a list, and their menu: by its button, by right click, by the menu key or Shift+F10. */
export const useEntryMenu = ({ onPick }: RowInput, isSelected: (key: string) => boolean) => {
  const store = useAppStore();
  const [menuAt, setMenuAt] = useState<At | null>(null);

  // What is chosen stays chosen when something is done with one of it.
  const choose = (key: string) => {
    if (!isSelected(key)) onPick(key, 'only');
  };
  const onClick = (event: MouseEvent) => {
    const [button, key] = [elementAt(event, '[data-do]'), keyAt(event)];
    if (!button || key === null) return;
    const deed = button.dataset['do'];
    if (deed === 'pick') return onPick(key, event.shiftKey ? 'range' : 'toggle');
    choose(key);
    if (deed === 'move') return void runAction(store, 'entry.move-to');
    const { left, bottom } = button.getBoundingClientRect();
    setMenuAt({ x: left, y: bottom });
  };
  const onContextMenu = (event: MouseEvent) => {
    const key = keyAt(event);
    if (key === null) return;
    event.preventDefault();
    choose(key);
    setMenuAt(placeOf(event));
  };
  return { menuAt, closeMenu: () => setMenuAt(null), onClick, onContextMenu };
};
