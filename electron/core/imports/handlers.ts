import type { CoreContext } from '#core/context.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import { refusal } from '#core/refusal.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import type { importCalls } from '#shared/contract/imports.ts';
import type { Job } from '#shared/contract/events.ts';
import type { ImportId, JobId } from '#shared/model/ids.ts';
import { rememberTables } from './column-memory.ts';
import { commitImport } from './commit-service.ts';
import type { Draft } from './import-draft.ts';
import { createIdlePace } from './pace.ts';
import {
  previewDuplicates,
  previewPlan,
  previewProblems,
  previewRows,
  toPreview,
} from './preview-service.ts';
import { adjustImport, readImport } from './read-import.ts';
import { createSessions, type Session, type Sessions } from './sessions.ts';
import { writeReport } from './write-report.ts';

type Needs = Pick<
  CoreContext,
  'datastore' | 'search' | 'clock' | 'ids' | 'jobs' | 'uploads' | 'settings' | 'paths' | 'fileTurns'
>;

const requireDraft = ({ draft }: Session): Draft => {
  if (draft === null) throw refusal('conflict', 'import-not-read');
  return draft;
};

type Start = (
  session: Session,
  work: (handle: JobHandle) => Promise<Job['result']>,
) => { importId: ImportId; jobId: JobId };

/** One job at a time works on an import. */
const createStart =
  ({ jobs }: Needs): Start =>
  (session, work) => {
    if (session.isBusy) throw refusal('conflict', 'import-busy');
    session.isBusy = true;
    const jobId = jobs.start('import', async (handle) => {
      try {
        return await work(handle);
      } finally {
        session.isBusy = false;
      }
    });
    return { importId: session.id, jobId };
  };

const remember = async ({ settings }: Needs, { parts }: Draft): Promise<void> => {
  const remembered = rememberTables(settings.get(), parts);
  if (remembered !== null) await settings.update(remembered);
};

const createReadHandlers = (
  needs: Needs,
  sessions: Sessions,
  start: Start,
): HandlersFor<'imports.read' | 'imports.adjust'> => ({
  'imports.read': ({ files }) => {
    for (const { uploadId } of files) needs.uploads.require(uploadId);
    const session = sessions.open(files.map(({ uploadId }) => uploadId));
    return start(session, async (handle) => {
      try {
        session.draft = await readImport(needs, files, handle);
      } catch (error) {
        await sessions.discard(session.id);
        throw error;
      }
      return toPreview(session.id, session.draft);
    });
  },
  'imports.adjust': ({ importId, choices }) => {
    const session = sessions.require(importId);
    const draft = requireDraft(session);
    return start(session, async (handle) => {
      session.draft = await adjustImport(needs, draft, { choices, handle });
      return toPreview(importId, session.draft);
    });
  },
});

const createPreviewHandlers = (
  { datastore }: Needs,
  sessions: Sessions,
): HandlersFor<'imports.plan' | 'imports.rows' | 'imports.problems' | 'imports.duplicates'> => {
  const draftOf = (importId: ImportId): Draft => requireDraft(sessions.require(importId));
  return {
    'imports.plan': ({ importId, target }) =>
      previewPlan({ datastore }, draftOf(importId), { target, pace: createIdlePace() }),
    'imports.rows': ({ importId, ...page }) => previewRows(draftOf(importId), page),
    'imports.problems': ({ importId, ...page }) => previewProblems(draftOf(importId), page),
    'imports.duplicates': ({ importId, ...page }) => previewDuplicates(datastore, draftOf(importId), page),
  };
};

/** Answers the calls that bring things in. */
export const createImportHandlers = (needs: Needs): HandlersFor<keyof typeof importCalls> => {
  const sessions = createSessions(needs);
  const start = createStart(needs);
  return {
    ...createReadHandlers(needs, sessions, start),
    ...createPreviewHandlers(needs, sessions),
    'imports.commit': ({ importId, target }) => {
      const session = sessions.require(importId);
      const draft = requireDraft(session);
      if (target.into.kind === 'topic') needs.datastore.require('topics', target.into.topicId);
      return start(session, async (handle) => {
        const report = await commitImport(needs, { importId, draft, target }, handle);
        session.report = report;
        session.draft = null;
        await remember(needs, draft);
        return report;
      });
    },
    'imports.report': ({ importId, ...order }) => {
      const { report } = sessions.require(importId);
      if (report === null) throw refusal('conflict', 'import-not-made');
      return writeReport(report, order);
    },
    'imports.discard': async ({ importId }) => {
      await sessions.discard(importId);
      return null;
    },
  };
};
