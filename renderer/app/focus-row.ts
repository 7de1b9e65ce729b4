/** Puts the focus on a row of the tree (`navigator`) or of a section's list, once it has been drawn. */
export const focusRow = (scope: 'navigator' | 'entries', key: string, within?: string): void => {
  const place = within ? `[data-section-id="${within}"]` : `[data-scope="${scope}"]`;
  // Two frames: one for React to draw what has just arrived, one for React Aria to settle its own focus.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`${place} [data-key="${key}"]`);
      row?.focus();
      row?.scrollIntoView({ block: 'nearest' });
    }),
  );
};
