import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import type { TypeIcon } from '#shared/model/resource.ts';
import { builtInResourceTypes } from '#shared/model/resource-types.ts';

export type TypeChoice = { readonly id: ResourceTypeId; readonly name: string; readonly icon: TypeIcon };

/** Every type a resource can have, in the order of a picker: the built-in ones, then the library's own. */
export const useTypeChoices = (): readonly TypeChoice[] => {
  const t = useT();
  const own = useApp((state) => state.resourceTypes);
  return [...builtInResourceTypes.map(({ id, icon, nameKey }) => ({ id, icon, name: t(nameKey) })), ...own];
};
