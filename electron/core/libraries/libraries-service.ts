import { dirname } from 'node:path';
import type { CoreContext } from '#core/context.ts';
import { hasCode } from '#core/datastore/failures.ts';
import { createLibrary } from '#core/library/create-library.ts';
import { freePlace } from '#core/library/free-place.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { refusal } from '#core/refusal.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { KnownLibrary } from '#shared/contract/libraries.ts';
import { keyOf } from './recent-libraries.ts';
import type { RecentLibrary } from './recent.ts';

type Context = Pick<CoreContext, 'datastore' | 'host' | 'paths' | 'recentLibraries'>;

const present = ({ datastore, paths }: Pick<Context, 'datastore' | 'paths'>): RecentLibrary => ({
  place: paths.root,
  title: datastore.require('library', 'library').title,
});

const toKnown = ({ paths }: Context, library: RecentLibrary): KnownLibrary => ({
  ...library,
  key: keyOf(library),
  isOpen: library.place === paths.root,
});

/** Notes the library that is open; only where it could be shown again from a page. */
export const rememberLibrary = async (context: Context): Promise<void> => {
  if (context.host.switchLibrary) await context.recentLibraries.remember(present(context));
};

/** The libraries that can be shown, the one that is open first, under the name it has now. */
export const listLibraries = async (context: Context): Promise<OutputOf<'libraries.list'>> => {
  const others = (await context.recentLibraries.list()).filter(({ place }) => place !== context.paths.root);
  return {
    around: dirname(context.paths.root),
    libraries: [present(context), ...others].map((library) => toKnown(context, library)),
  };
};

/** Makes an empty library beside the one that is open, in its language. */
export const makeLibrary = async (context: Context, title: string): Promise<KnownLibrary> => {
  const { datastore, paths, recentLibraries } = context;
  const parent = dirname(paths.root);
  const place = freePlace(parent, title);
  const { language } = datastore.require('library', 'library');
  try {
    await createLibrary(libraryPaths(place), { title, language });
  } catch (error) {
    const cause = error instanceof CarrelError ? error.cause : error;
    if (!hasCode(cause, 'EACCES', 'EPERM', 'EROFS')) throw error;
    throw Object.assign(refusal('storage', 'library-not-made', { place: parent }), { cause });
  }
  await recentLibraries.remember({ place, title });
  return toKnown(context, { place, title });
};

/** Shows a library of the list in the place of the one that is open. */
export const openKnown = async (context: Context, key: string): Promise<void> => {
  const { host, paths, recentLibraries } = context;
  if (!host.switchLibrary) throw refusal('unsupported', 'cannot-switch-library');
  const wanted = (await recentLibraries.list()).find((library) => keyOf(library) === key);
  if (wanted === undefined) throw refusal('not-found', 'library-not-known');
  // A second press, or another window: it is there already.
  if (wanted.place !== paths.root) await host.switchLibrary(wanted.place);
};
