import { useApp } from '#renderer/app/store/use-app.ts';
import { PurgeDialog } from './PurgeDialog.tsx';

/** Asks before all that is in the trash is deleted for good. */
export const EmptyTrashDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { count, mutate, notify } = useApp((state) => ({
    count: state.session?.counts.trash ?? 0,
    mutate: state.mutate,
    notify: state.notify,
  }));
  const empty = async () => {
    const outcome = await mutate('trash.purge', { trashId: null });
    onClose();
    if (!outcome.ok) return;
    notify({ tone: 'done', text: { key: 'trash.emptied' } });
    // What was pressed is gone from the trash: its heading says what is left.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('[data-view-title]')?.focus();
    });
  };
  return <PurgeDialog title={null} count={count} onConfirm={() => void empty()} onClose={onClose} />;
};
