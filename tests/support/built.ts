import { join } from 'node:path';
import { ensureBuilt as build } from '../../electron/launcher/build.mjs';
import { places } from '../../electron/launcher/places.mjs';

/** Builds when the sources are newer than the built files: before tests that run those. */
export const ensureBuilt = (): Promise<void> => build(places, () => undefined);

/** Path of a built file, `main/cli.js` for example. */
export const builtFile = (name: string): string => join(places.out, name);
