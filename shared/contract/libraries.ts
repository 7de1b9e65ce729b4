import { z } from 'zod';
import { librarySchema } from '../model/library.ts';
import { mutation, query } from './define.ts';

/** Stands for a library in calls. Says nothing of where it lies: no page can name a folder. */
const libraryKeySchema = z.string().regex(/^[0-9a-f]{32}$/);

const knownLibrarySchema = z.strictObject({
  key: libraryKeySchema,
  title: z.string(),
  /** The folder, for people to read. */
  place: z.string(),
  /** The library that is open. */
  isOpen: z.boolean(),
});

/** A library that this computer has shown before and that is still in its place. */
export type KnownLibrary = z.infer<typeof knownLibrarySchema>;

/** Libraries beside the one that is open, for hosts that can show another one in its place (`switchLibrary`). */
export const librariesCalls = {
  /** What was shown last comes first. `around`: the folder in which a new library is made. */
  'libraries.list': query(
    z.strictObject({}),
    z.strictObject({ around: z.string(), libraries: z.array(knownLibrarySchema) }),
  ),
  /** Makes an empty library in a folder of its own, named after it, beside the one that is open. That one stays open. */
  'libraries.make': mutation(z.strictObject({ title: librarySchema.shape.title }), knownLibrarySchema),
  /**
   * Shows a library of the list in the place of this one, which is closed. `unsupported` where the host cannot, `not-found` when
   * it is not in the list any more, `locked` when another Carrel has it open; then this one stays.
   */
  'libraries.open': mutation(z.strictObject({ key: libraryKeySchema }), z.null()),
} as const;
