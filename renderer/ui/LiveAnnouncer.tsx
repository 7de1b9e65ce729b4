import { VisuallyHidden } from 'react-aria-components';

/**
 * Says `text` to screen readers, politely. A new `id` says it again even when the words are the same: the paragraph
 * is replaced, and its text differs by an invisible space, for the readers that compare.
 * Dialogs, which hide what is behind them, leave it be.
 */
export const LiveAnnouncer = ({ id, text }: { readonly id: number; readonly text: string }) => (
  <VisuallyHidden>
    <div role="status" aria-live="polite" aria-atomic="true" data-live-announcer="true">
      <p key={id}>{text === '' || id % 2 === 0 ? text : `${text}\u00a0`}</p>
    </div>
  </VisuallyHidden>
);
