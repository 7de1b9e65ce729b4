import { z } from 'zod';
import {
  changeIdSchema,
  placementIdSchema,
  resourceIdSchema,
  sectionIdSchema,
  topicIdSchema,
} from '../model/ids.ts';
import { markdownSchema, nameSchema, webAddressSchema } from '../model/text.ts';
import { mutation, query } from './define.ts';

/** As many links are taken at once; more are a file to bring in. */
export const mostLinks = 1_000;

/** A resource that has an address already. `isHere`: it stands in the topic that was named. */
export const knownLinkSchema = z.strictObject({
  url: webAddressSchema,
  resourceId: resourceIdSchema,
  title: z.string(),
  topicTitles: z.array(z.string()),
  isHere: z.boolean(),
});
export type KnownLink = z.infer<typeof knownLinkSchema>;

/** Why a page could not be looked up. */
export const lookupReasonSchema = z.enum([
  'unreachable',
  'private',
  'status',
  'redirects',
  'slow',
  'not-a-page',
]);
export type LookupReason = z.infer<typeof lookupReasonSchema>;

/** The looking up of pages as it stands: how many wait, how many are through since there was nothing to do. */
export const lookupsSchema = z.strictObject({
  waiting: z.int().nonnegative(),
  done: z.int().nonnegative(),
  failed: z.array(z.strictObject({ resourceId: resourceIdSchema, reason: lookupReasonSchema })),
});
export type LookupsState = z.infer<typeof lookupsSchema>;

export const captureCalls = {
  /**
   * Makes a resource of each link, all in one change, in the order given: before an entry or last in a section (null:
   * the topic's first), or only in the library. A link whose address the library has already is left out and told
   * (`ask`), stands here as the resource there is (`show`), or becomes another one (`add`).
   */
  'capture.add': mutation(
    z.strictObject({
      links: z
        .array(
          z.strictObject({
            url: webAddressSchema,
            /** Null: the address is the title. */
            title: nameSchema.nullable(),
            summary: markdownSchema,
            ifKnown: z.enum(['ask', 'show', 'add']),
          }),
        )
        .min(1)
        .max(mostLinks),
      place: z
        .strictObject({
          topicId: topicIdSchema,
          sectionId: sectionIdSchema.nullable(),
          beforeId: placementIdSchema.nullable(),
        })
        .nullable(),
      /** An answer to what was told as known: one step to undo with that change, if it is still the last. */
      joins: changeIdSchema.nullable().default(null),
    }),
    z.strictObject({
      /** The step that takes it back; null when nothing was made. */
      changeId: changeIdSchema.nullable(),
      added: z.array(
        z.strictObject({ resourceId: resourceIdSchema, placementId: placementIdSchema.nullable() }),
      ),
      /** How many that were there already stand here now, too. */
      shown: z.int().nonnegative(),
      known: z.array(knownLinkSchema),
    }),
  ),
  /** The resource that has this address already, however it is spelled; null when there is none but `exceptId`. */
  'capture.known': query(
    z.strictObject({
      url: webAddressSchema,
      exceptId: resourceIdSchema.nullable(),
      topicId: topicIdSchema.nullable(),
    }),
    knownLinkSchema.nullable(),
  ),
  'capture.lookups': query(z.strictObject({}), lookupsSchema),
  /** Has the pages of these resources looked up (again). `conflict` when looking up is turned off. */
  'capture.lookUp': mutation(
    z.strictObject({ resourceIds: z.array(resourceIdSchema).min(1).max(mostLinks) }),
    z.null(),
  ),
  /** Lets be what is waiting and what is under way; the resources stay as they are. */
  'capture.stopLookups': mutation(z.strictObject({}), z.null()),
} as const;
