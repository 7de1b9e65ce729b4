import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { SmartList } from '#shared/model/smart-list.ts';
import { useLists } from './use-lists.ts';

type SaveListDialogProps = {
  /** The list to rename; null: the present search becomes a new one. */
  readonly listId: SmartList['id'] | null;
  readonly onClose: () => void;
};

const longest = 500;

/** Gives a search a name, or a list another one. */
export const SaveListDialog = ({ listId, onClose }: SaveListDialogProps) => {
  const t = useT();
  const present = useLists().find(({ id }) => id === listId)?.title ?? '';
  const { search, mutate, changeSearch, changeSettings, announce } = useApp((state) => ({
    search: state.search,
    mutate: state.mutate,
    changeSearch: state.changeSearch,
    changeSettings: state.changeSettings,
    announce: state.announce,
  }));
  const [typed, setTyped] = useState<string | null>(null);
  const title = (typed ?? (listId === null ? search.query : present)).slice(0, longest);

  const save = async () => {
    const name = title.trim();
    if (name === '') return;
    const { query, sort, descending } = search;
    if (listId !== null) {
      const outcome = await mutate('lists.update', { listId, patch: { title: name } });
      if (outcome.ok) onClose();
      return;
    }
    const outcome = await mutate('lists.create', { title: name, query, sort, descending });
    if (!outcome.ok) return;
    changeSearch({ listId: outcome.value.listId });
    // It would be no use to say where it is, were it folded away.
    void changeSettings({ listsOpen: true });
    announce('list.created', { title: name });
    onClose();
  };

  return (
    <Dialog
      title={t(listId === null ? 'list.save-title' : 'list.rename-title', { title: present })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={title.trim() === ''} onPress={() => void save()}>
            {t('list.save')}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        label={t('list.title')}
        help={listId === null ? t('list.help') : undefined}
        value={title}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save();
        }}
      />
    </Dialog>
  );
};
