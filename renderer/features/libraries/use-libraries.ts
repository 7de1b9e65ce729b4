import { useEffect, useState } from 'react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { KnownLibrary } from '#shared/contract/libraries.ts';

/** The libraries that can be shown, and going over to one of them. */
export type Libraries = {
  readonly found: OutputOf<'libraries.list'> | null;
  readonly error: unknown;
  /** True while another one is being made or opened; then the page begins anew by itself. */
  readonly isWorking: boolean;
  readonly open: (library: KnownLibrary) => void;
  readonly make: (title: string) => void;
};

/** Reads the list when it is drawn. What is made is opened at once. */
export const useLibraries = (): Libraries => {
  const api = useApi();
  const announce = useApp((state) => state.announce);
  const [found, setFound] = useState<Libraries['found']>(null);
  const [error, setError] = useState<unknown>(null);
  const [isWorking, setWorking] = useState(false);
  useEffect(() => {
    api.call('libraries.list', {}).then(setFound, setError);
  }, [api]);

  const work = async (go: () => Promise<unknown>) => {
    setError(null);
    setWorking(true);
    try {
      await go();
    } catch (error_) {
      setError(error_);
      setWorking(false);
      // What was made is in the list, even where it could not be opened.
      api.call('libraries.list', {}).then(setFound, () => undefined);
    }
  };
  const show = ({ key, title }: KnownLibrary) => {
    announce('libraries.opening', { title });
    return api.call('libraries.open', { key });
  };
  return {
    found,
    error,
    isWorking,
    open: (library) => void work(() => show(library)),
    make: (title) => void work(async () => show(await api.call('libraries.make', { title }))),
  };
};
