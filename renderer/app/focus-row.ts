import { rowFocusEvent } from '#renderer/ui/rows/use-row-focus.ts';

/** Puts the focus on a row of the tree (`navigator`) or of a section's list, once it has been drawn. */
export const focusRow = (scope: 'navigator' | 'entries', key: string, within?: string): void => {
  const place = within ? `[data-section-id="${within}"]` : `[data-scope="${scope}"]`;
  // Two frames: one for React to draw what has just arrived, one for focus that moves by itself to settle.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`${place} [data-key="${key}"]`);
      row?.focus();
      row?.scrollIntoView({ block: 'nearest' });
      if (row) return;
      // Out of sight in a long list: the list draws it first.
      for (const list of document.querySelectorAll(`${place} [data-rows]`))
        list.dispatchEvent(new CustomEvent(rowFocusEvent, { detail: key }));
    }),
  );
};
