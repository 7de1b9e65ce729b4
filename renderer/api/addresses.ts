import type { EvidenceId, ImageId, TopicId } from '#shared/model/ids.ts';

/** Address of a picture. With `width` in CSS pixels times device pixels, a derivative at least that wide. */
export const imageAddress = (imageId: ImageId, width?: number): string =>
  width === undefined ? `/images/${imageId}` : `/images/${imageId}?w=${width}`;

/** Address of a copy of the original to be saved, without what its metadata tells of people and places. */
export const cleanImageAddress = (imageId: ImageId): string => `/images/${imageId}?clean=1`;

/** Address of a topic's page exactly as the exporter would write it. */
export const previewAddress = (topicId: TopicId): string => `/preview/${topicId}/`;

/** Address of the file of a piece of evidence. */
export const evidenceAddress = (evidenceId: EvidenceId): string => `/evidence/${evidenceId}`;
