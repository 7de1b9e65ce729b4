import { z } from 'zod';

/** A record id: UUID version 7, so that ids sort by the time they were made (RFC 9562 §5.7). */
const recordId = z.uuidv7();

export const topicIdSchema = recordId.brand<'TopicId'>();
export type TopicId = z.infer<typeof topicIdSchema>;

export const sectionIdSchema = recordId.brand<'SectionId'>();
export type SectionId = z.infer<typeof sectionIdSchema>;

export const resourceIdSchema = recordId.brand<'ResourceId'>();
export type ResourceId = z.infer<typeof resourceIdSchema>;

export const placementIdSchema = recordId.brand<'PlacementId'>();
export type PlacementId = z.infer<typeof placementIdSchema>;

export const changeIdSchema = recordId.brand<'ChangeId'>();
export type ChangeId = z.infer<typeof changeIdSchema>;

export const trashIdSchema = recordId.brand<'TrashId'>();
export type TrashId = z.infer<typeof trashIdSchema>;

export const evidenceIdSchema = recordId.brand<'EvidenceId'>();
export type EvidenceId = z.infer<typeof evidenceIdSchema>;

export const rightsDecisionIdSchema = recordId.brand<'RightsDecisionId'>();

export const smartListIdSchema = recordId.brand<'SmartListId'>();

export const templateIdSchema = recordId.brand<'TemplateId'>();

export const distinctionIdSchema = recordId.brand<'DistinctionId'>();

export const jobIdSchema = recordId.brand<'JobId'>();
export type JobId = z.infer<typeof jobIdSchema>;

export const importIdSchema = recordId.brand<'ImportId'>();
export type ImportId = z.infer<typeof importIdSchema>;

export const uploadIdSchema = recordId.brand<'UploadId'>();
export type UploadId = z.infer<typeof uploadIdSchema>;

/** SHA-256 of the original's bytes, 64 lower-case hex digits: the same picture has the same id in every library. */
export const imageIdSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ImageId'>();
export type ImageId = z.infer<typeof imageIdSchema>;

/**
 * A resource type's id: a built-in one is a word such as `webinar`, one of the library's own is a UUID v7.
 * Kept as one string so that a resource may name either.
 */
export const resourceTypeIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .brand<'ResourceTypeId'>();
export type ResourceTypeId = z.infer<typeof resourceTypeIdSchema>;

/** A place that the user chose in a host dialog. Opaque: only the host can turn it into a path. */
export const ticketSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/)
  .brand<'Ticket'>();
export type Ticket = z.infer<typeof ticketSchema>;
