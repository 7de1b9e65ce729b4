import type { Core } from '#core/open-core.ts';
import {
  importPreviewSchema,
  importReportSchema,
  type ImportReport,
  type ImportTarget,
} from '#shared/contract/imports.ts';
import type { UploadId } from '#shared/model/ids.ts';

/** Reads an upload and brings all of it in, folders left aside, what is there already added again. */
export const importUpload = async (
  core: Pick<Core, 'call' | 'context'>,
  upload: { readonly uploadId: UploadId; readonly fileName: string },
  into: ImportTarget['into'],
): Promise<ImportReport> => {
  const ended = async (jobId: Awaited<ReturnType<typeof read>>['jobId']) => {
    const { result, error } = await core.context.jobs.ended(jobId);
    if (error) throw new Error(error.message);
    return result;
  };
  const read = () => core.call('imports.read', { files: [upload] });
  const { importId } = importPreviewSchema.parse(await ended((await read()).jobId));
  const target = { into, folders: 'flat', duplicates: 'add' } as const;
  const { jobId } = await core.call('imports.commit', { importId, target });
  return importReportSchema.parse(await ended(jobId));
};
