import { useMemo } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { builtInResourceTypes } from '#shared/model/resource-types.ts';
import type { TypeIcon } from '#shared/model/resource.ts';

/** A resource type as it is shown: the built-in ones in the reader's language, the library's own as it was named. */
export type ShownType = {
  readonly id: string;
  readonly name: string;
  readonly icon: TypeIcon;
  readonly isBuiltIn: boolean;
};

// The names of built-in types are messages by their ids; a brand on the id hides that from the types.
const nameKey = (id: string) => `resource-type.${id}` as MessageKey;

/** All types in the order of a picker, and the one with an id. An unknown one is shown by its id, as a bookmark. */
export const useResourceTypes = () => {
  const t = useT();
  const own = useApp((state) => state.resourceTypes);
  return useMemo(() => {
    const types: readonly ShownType[] = [
      ...builtInResourceTypes.map(({ id, icon }) => ({
        id,
        icon,
        name: t(nameKey(id)),
        isBuiltIn: true,
      })),
      ...own.map(({ id, name, icon }) => ({ id, name, icon, isBuiltIn: false })),
    ];
    const byId = new Map(types.map((type) => [type.id, type]));
    const typeOf = (id: string): ShownType =>
      byId.get(id) ?? { id, name: id, icon: 'bookmark', isBuiltIn: false };
    return { types, typeOf };
  }, [t, own]);
};
