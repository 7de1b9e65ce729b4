import type { ResourceTypeId } from './ids.ts';
import type { TypeIcon } from './resource.ts';

type BuiltInType = { readonly id: ResourceTypeId; readonly nameKey: string; readonly icon: TypeIcon };

const builtIn = <Id extends string>(id: Id, icon: TypeIcon) => ({
  id: id as Id & ResourceTypeId,
  nameKey: `resource-type.${id}` as const,
  icon,
});

/**
 * The types every library has, in the order a picker shows them. Their names are messages (`nameKey`),
 * so that they follow the language of the reader.
 */
export const builtInResourceTypes = [
  builtIn('news', 'newspaper'),
  builtIn('webinar', 'presentation'),
  builtIn('document', 'file-text'),
  builtIn('course', 'graduation-cap'),
  builtIn('video', 'video'),
  builtIn('toolkit', 'wrench'),
  builtIn('report', 'chart-column'),
  builtIn('book', 'book'),
  builtIn('website', 'globe'),
  builtIn('event', 'calendar'),
  builtIn('image', 'image'),
  builtIn('audio', 'podcast'),
  builtIn('dataset', 'database'),
] as const satisfies readonly BuiltInType[];

/** The type a resource has before anybody chose one. */
export const defaultResourceTypeId: ResourceTypeId = builtIn('website', 'globe').id;
