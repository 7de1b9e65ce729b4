/** Puts the focus into a field by what holds it; a group that is folded around it opens first. */
export const focusFieldIn = (holder: Element): void => {
  const trigger = holder.closest('[data-group]')?.querySelector<HTMLElement>('[aria-expanded="false"]');
  trigger?.click();
  // It can be focused once it is drawn.
  requestAnimationFrame(() => holder.querySelector<HTMLElement>('input, textarea')?.focus());
};
