import type { ResourceTypeId } from '#shared/model/ids.ts';

const types: readonly (readonly [RegExp, string])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|tiff?|svg|bmp|heic)$/i, 'image'],
  [/\.(?:mp4|m4v|mov|webm|avi|mkv)$/i, 'video'],
  [/\.(?:mp3|m4a|ogg|wav|flac)$/i, 'audio'],
  [/\.(?:csv|tsv|xlsx?|ods|json|xml|sqlite)$/i, 'dataset'],
];

/** The type of a resource that is a file of that name. */
export const typeOfFile = (name: string): ResourceTypeId =>
  (types.find(([pattern]) => pattern.test(name))?.[1] ?? 'document') as ResourceTypeId;
