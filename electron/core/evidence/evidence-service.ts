import { changeLabel } from '#core/change-label.ts';
import type { CoreContext } from '#core/context.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { editOps, putOp } from '#core/datastore/ops.ts';
import { trashOps } from '#core/history/trash-service.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { EvidenceId, ImageId } from '#shared/model/ids.ts';
import { evidenceIdSchema } from '#shared/model/ids.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { readEvidence, storeEvidence } from './evidence-file-service.ts';

type Context = Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'paths' | 'uploads' | 'fileTurns'>;

/** What other features may ask of the evidence of an open library. */
export type EvidenceService = {
  readonly add: (input: ParsedInputOf<'evidence.add'>) => Promise<OutputOf<'evidence.add'>>;
  readonly update: (input: ParsedInputOf<'evidence.update'>) => Promise<void>;
  readonly remove: (evidenceId: EvidenceId) => Promise<void>;
};

/** What is kept about one picture, oldest first. */
export const evidenceOf = (reader: Reader, imageId: ImageId): readonly Evidence[] =>
  [...reader.evidenceOfImage(imageId)]
    .map((id) => reader.require('evidence', id))
    .toSorted((a, b) => a.addedAt.localeCompare(b.addedAt) || a.id.localeCompare(b.id));

const titleOf = (reader: Reader, imageId: ImageId): string => {
  const { credit, fileName } = reader.require('images', imageId);
  return credit.title || fileName;
};

/** What a file most likely is to a curator; it can be said otherwise. */
const kindOf = (extension: string): Evidence['kind'] => {
  if (extension === 'eml' || extension === 'msg' || extension === 'docx' || extension === 'odt')
    return 'permission';
  if (extension === 'html' || extension === 'mhtml') return 'page';
  return extension === 'pdf' || extension === 'txt' ? 'other' : 'screenshot';
};

const toEvidence = (
  { clock, ids }: Context,
  { imageId, fields }: Pick<ParsedInputOf<'evidence.add'>, 'imageId' | 'fields'>,
  file: Evidence['file'],
): Evidence => ({
  id: evidenceIdSchema.parse(ids.next()),
  imageId,
  kind: fields.kind ?? (file ? kindOf(file.extension) : 'other'),
  file,
  pageUrl: fields.pageUrl ?? null,
  seenOn: fields.seenOn ?? null,
  licenseAsFound: fields.licenseAsFound ?? '',
  note: fields.note ?? '',
  addedAt: clock.now(),
});

/** The evidence of the library in `context`. */
export const createEvidenceService = (context: Context): EvidenceService => {
  const { datastore, clock, fileTurns, ids, paths, uploads } = context;

  const takeIn = async (uploadId: NonNullable<ParsedInputOf<'evidence.add'>['uploadId']>, name: string) => {
    const { path } = uploads.require(uploadId);
    try {
      return await readEvidence(path, name);
    } finally {
      await uploads.discard(uploadId);
    }
  };

  return {
    add: async ({ imageId, uploadId, fileName, fields, joins }) => {
      const title = titleOf(datastore, imageId);
      const taken = uploadId === null ? null : await takeIn(uploadId, fileName);
      const evidence = toEvidence(context, { imageId, fields }, taken?.file ?? null);
      const build = (reader: Reader) => {
        reader.require('images', imageId);
        return [putOp('evidence', evidence)];
      };
      return fileTurns(async () => {
        if (taken) await storeEvidence(paths.evidence, taken.file, taken.bytes);
        const isOpen = joins !== null && datastore.steps().done.at(-1)?.id === joins;
        const marks = isOpen ? { joins } : {};
        const change = await datastore.commit(changeLabel('evidence.add', { title }), build, marks);
        // A change that joined another is known in the history by the name of that one.
        return { evidenceId: evidence.id, changeId: marks.joins ?? change?.id ?? null };
      });
    },
    update: async ({ evidenceId, patch }) => {
      const title = titleOf(datastore, datastore.require('evidence', evidenceId).imageId);
      await datastore.commit(changeLabel('evidence.update', { title }), (reader) =>
        editOps('evidence', reader.require('evidence', evidenceId), patch),
      );
    },
    remove: async (evidenceId) => {
      const { imageId, file } = datastore.require('evidence', evidenceId);
      const title = titleOf(datastore, imageId);
      await datastore.commit(changeLabel('evidence.remove', { title }), (reader) =>
        trashOps(reader, {
          id: ids.next(),
          kind: 'evidence',
          title: file?.fileName || title,
          place: [title],
          deletedAt: clock.now(),
          records: [{ table: 'evidence', id: evidenceId }],
        }),
      );
    },
  };
};
