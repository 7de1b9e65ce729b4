import { useEffect, useState } from 'react';
import type { InputOf, Method, OutputOf } from '#shared/contract/contract.ts';
import type { TableName } from '#shared/model/library.ts';
import { useApi, useApp } from './use-app.ts';

/** A query's answer as it stands. While it is asked again, `data` is what it was. */
export type QueryState<Value> = {
  readonly data: Value | null;
  readonly error: unknown;
  readonly isLoading: boolean;
};

/**
 * Asks a query of the contract, and again whenever its input or one of the tables it `dependsOn` changes.
 * `input` null asks nothing and answers null. Answers that come too late are dropped. `asOf` is for what the answer rests on
 * besides: when it is another object, the same is asked again.
 */
export const useQuery = <M extends Method>(
  method: M,
  input: InputOf<M> | null,
  dependsOn: readonly TableName[],
  asOf: object | null = null,
): QueryState<OutputOf<M>> => {
  const api = useApi();
  const revision = useApp((state) => dependsOn.map((table) => state.revisions[table]).join());
  const [state, setState] = useState<QueryState<OutputOf<M>> & { readonly key: string | null }>({
    data: null,
    error: null,
    isLoading: input !== null,
    key: null,
  });
  const key = input === null ? null : JSON.stringify(input);

  useEffect(() => {
    if (key === null) return undefined;
    let isCurrent = true;
    const settle = (patch: { data: OutputOf<M> | null; error: unknown }) => {
      if (isCurrent) setState({ ...patch, isLoading: false, key });
    };
    api.call(method, JSON.parse(key) as InputOf<M>).then(
      (data) => settle({ data, error: null }),
      (error: unknown) => settle({ data: null, error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, method, key, revision, asOf]);

  if (key === null) return { data: null, error: null, isLoading: false };
  return state.key === key ? state : { data: null, error: null, isLoading: true };
};
