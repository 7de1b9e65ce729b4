import { useCallback, useEffect, useState } from 'react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

/** A backup of the library. */
export type Backup = OutputOf<'backups.list'>[number];

/** The backups there are, newest first; null until known. `refresh` asks again, since taking one changes no record. */
export const useBackups = () => {
  const api = useApi();
  const { notify, taken } = useApp((state) => ({ notify: state.notify, taken: state.backups.taken }));
  const [list, setList] = useState<readonly Backup[] | null>(null);
  const refresh = useCallback(
    () =>
      api
        .call('backups.list', {})
        .then(setList, (error: unknown) => notify({ tone: 'problem', text: { error } })),
    [api, notify],
  );
  useEffect(() => {
    void refresh();
  }, [refresh, taken]);
  return { list, refresh };
};
