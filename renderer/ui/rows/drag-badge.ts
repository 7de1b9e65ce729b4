import styles from './RowGrid.module.css';

/** Shows what is dragged at the pointer: the title of the first and, of several, how many. */
export const showDragBadge = (transfer: DataTransfer, title: string, count: number): void => {
  const badge = document.createElement('div');
  badge.className = styles['badge'] ?? '';
  badge.dataset['dragBadge'] = '';
  const words = document.createElement('span');
  words.textContent = title;
  badge.append(words);
  if (count > 1) {
    const number = document.createElement('b');
    number.textContent = String(count);
    badge.append(number);
  }
  document.body.append(badge);
  transfer.setDragImage(badge, 16, 16);
  // The browser has drawn it by then.
  requestAnimationFrame(() => badge.remove());
};
