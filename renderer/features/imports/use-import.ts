import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import {
  importPreviewSchema,
  importReportSchema,
  mostImportFiles,
  type ImportPreview,
  type ImportReport,
  type ImportTarget,
} from '#shared/contract/imports.ts';
import type { ImportId, JobId } from '#shared/model/ids.ts';

type Choices = InputOf<'imports.adjust'>['choices'];
type Answer = { readonly importId: ImportId; readonly jobId: JobId };
type Started = Answer & { readonly what: 'read' | 'commit' };

/** A file with the folders it was dropped in, parted by `/`. */
export const pathOf = (file: File): string => (file.webkitRelativePath || file.name).slice(0, 1_000);

/** One import from the files to the report: what it is at, and what can be done. */
export type ImportFlow = {
  readonly job: Job | null;
  readonly isRunning: boolean;
  /** While files are on their way: the share that is through. */
  readonly uploaded: number | null;
  readonly preview: ImportPreview | null;
  readonly report: ImportReport | null;
  readonly error: unknown;
  readonly read: (files: readonly File[]) => void;
  readonly adjust: (choices: Choices) => void;
  readonly commit: (target: ImportTarget) => void;
  readonly stop: () => void;
  readonly discard: () => void;
};

const isDone = (job: Job | null, what: Started['what'], started: Started | null): job is Job =>
  job?.state === 'done' && started?.what === what;

/** Follows the job that works on the import, told by events and asked for once in case one was missed. */
const useJob = (started: Started | null): Job | null => {
  const told = useApp(({ jobs }) => (started ? (jobs[started.jobId] ?? null) : null));
  const { data } = useQuery('jobs.get', started && told === null ? { jobId: started.jobId } : null, []);
  return told ?? data;
};

type Send = {
  readonly uploaded: number | null;
  readonly send: (files: readonly File[]) => Promise<Answer | null>;
  readonly stop: () => void;
};

const tooMany = (count: number): CarrelError =>
  new CarrelError('invalid-input', 'too many files', {
    reason: 'import-too-many-files',
    count,
    most: mostImportFiles,
  });

/** Uploads files one after the other and has them read; null when that was stopped. */
const useSend = (): Send => {
  const { api } = useAppStore();
  const [uploaded, setUploaded] = useState<number | null>(null);
  const upload = useRef<AbortController | null>(null);
  const send = async (files: readonly File[]) => {
    if (files.length > mostImportFiles) throw tooMany(files.length);
    const { signal } = (upload.current = new AbortController());
    const all = files.reduce((sum, { size }) => sum + size, 0) || 1;
    const waiting: InputOf<'imports.read'>['files'] = [];
    let through = 0;
    setUploaded(0);
    try {
      for (const file of files) {
        const onProgress = (share: number) => setUploaded((through + share * file.size) / all);
        const uploadId = await api.upload(file, { kind: 'import', signal, onProgress });
        waiting.push({ uploadId, fileName: pathOf(file) });
        through += file.size;
      }
      return await api.call('imports.read', { files: waiting });
    } catch (error_) {
      if (signal.aborted) return null;
      throw error_;
    } finally {
      setUploaded(null);
    }
  };
  return { uploaded, send, stop: () => upload.current?.abort() };
};

/** Lets go of an import when the dialog closes, and when other files are chosen. */
const useDiscard = () => {
  const { api } = useAppStore();
  const importId = useRef<ImportId | null>(null);
  const discard = useCallback(() => {
    const id = importId.current;
    importId.current = null;
    if (id) void api.call('imports.discard', { importId: id }).catch(() => null);
  }, [api]);
  useEffect(() => discard, [discard]);
  const keep = (id: ImportId) => {
    importId.current = id;
  };
  return { keep, discard };
};

const toError = (job: Job | null): CarrelError | null =>
  job?.state === 'failed' && job.error
    ? new CarrelError(job.error.code, job.error.message, job.error.details)
    : null;

/** What the job answered, once it is done. */
const useResults = (job: Job | null, started: Started | null) => {
  const fresh = useMemo(
    () => (isDone(job, 'read', started) ? importPreviewSchema.parse(job.result) : null),
    [job, started],
  );
  const report = useMemo(
    () => (isDone(job, 'commit', started) ? importReportSchema.parse(job.result) : null),
    [job, started],
  );
  return { fresh, report };
};

/** Brings files in: uploads, reads, adjusts, makes, and lets go of them when the dialog closes. */
export const useImport = (): ImportFlow => {
  const { api } = useAppStore();
  const { uploaded, send, stop } = useSend();
  const { keep, discard } = useDiscard();
  const [started, setStarted] = useState<Started | null>(null);
  const [kept, setKept] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const job = useJob(started);
  const { fresh, report } = useResults(job, started);
  const preview = fresh ?? kept;

  const run = async (what: Started['what'], begin: () => Promise<Answer | null>) => {
    setProblem(null);
    setKept(preview);
    try {
      const answer = await begin();
      if (!answer) return;
      keep(answer.importId);
      setStarted({ ...answer, what });
    } catch (error_) {
      setProblem(error_);
    }
  };
  const forget = () => {
    discard();
    setStarted(null);
    setKept(null);
    setProblem(null);
  };

  return {
    job,
    isRunning: uploaded !== null || (started !== null && (job === null || job.state === 'running')),
    uploaded,
    preview,
    report,
    error: problem ?? toError(job),
    read: (files) => {
      forget();
      void run('read', () => send(files));
    },
    adjust: (choices) => {
      if (preview) {
        const input = { importId: preview.importId, choices };
        void run('read', () => api.call('imports.adjust', input));
      }
    },
    commit: (target) => {
      if (preview) {
        const input = { importId: preview.importId, target };
        void run('commit', () => api.call('imports.commit', input));
      }
    },
    stop: () => {
      stop();
      if (started) void api.call('jobs.cancel', { jobId: started.jobId }).catch(() => null);
    },
    discard: forget,
  };
};
