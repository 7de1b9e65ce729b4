import type { CoreContext } from '#core/context.ts';
import { refusal } from '#core/refusal.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { importIdSchema, type ImportId, type UploadId } from '#shared/model/ids.ts';
import type { Draft } from './import-draft.ts';

/** One import from its first look to its report. */
export type Session = {
  readonly id: ImportId;
  readonly uploads: readonly UploadId[];
  draft: Draft | null;
  report: ImportReport | null;
  /** A job works on it. */
  isBusy: boolean;
};

/** The imports that are under way. */
export type Sessions = {
  readonly open: (uploads: readonly UploadId[]) => Session;
  readonly require: (id: ImportId) => Session;
  readonly discard: (id: ImportId) => Promise<void>;
};

/** More than that are not kept: each may hold a large table. */
const mostSessions = 4;

/** Keeps imports in memory until they are discarded; the oldest goes when there are too many. */
export const createSessions = ({ ids, uploads }: Pick<CoreContext, 'ids' | 'uploads'>): Sessions => {
  const sessions = new Map<ImportId, Session>();
  const discard = async (id: ImportId): Promise<void> => {
    const session = sessions.get(id);
    sessions.delete(id);
    for (const upload of session?.uploads ?? []) await uploads.discard(upload);
  };
  return {
    open: (waiting) => {
      const id = importIdSchema.parse(ids.next());
      const session: Session = { id, uploads: waiting, draft: null, report: null, isBusy: false };
      sessions.set(id, session);
      const oldest = [...sessions.values()].find(({ isBusy, id: other }) => !isBusy && other !== id);
      if (sessions.size > mostSessions && oldest) void discard(oldest.id);
      return session;
    },
    require: (id) => {
      const session = sessions.get(id);
      if (session === undefined) throw refusal('not-found', 'unknown-import');
      return session;
    },
    discard,
  };
};
