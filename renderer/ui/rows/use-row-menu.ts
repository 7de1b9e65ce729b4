import { useState, type MouseEvent } from 'react';

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

/** Called with a row's key and what is to be done there; `menu` opens the menu, `done` does not. */
type OnDeed = (key: string, deed: string, event: MouseEvent) => 'menu' | 'done';

/**
 * The buttons of all rows of a list (marked by `data-do`), and the one menu they share: by its button, by right click,
 * by the menu key or Shift+F10.
 */
export const useRowMenu = (onDeed: OnDeed) => {
  const [menuAt, setMenuAt] = useState<At | null>(null);
  const onClick = (event: MouseEvent) => {
    const [button, key] = [elementAt(event, '[data-do]'), keyAt(event)];
    if (!button || key === null || onDeed(key, button.dataset['do'] ?? '', event) === 'done') return;
    const { left, bottom } = button.getBoundingClientRect();
    setMenuAt({ x: left, y: bottom });
  };
  const onContextMenu = (event: MouseEvent) => {
    const key = keyAt(event);
    if (key === null) return;
    event.preventDefault();
    if (onDeed(key, 'menu', event) === 'menu') setMenuAt(placeOf(event));
  };
  return { menuAt, closeMenu: () => setMenuAt(null), onClick, onContextMenu };
};
