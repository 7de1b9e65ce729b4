import type { CoreContext } from '#core/context.ts';
import type { Change, Op } from '#shared/model/change.ts';
import type { MergeSide, NewLibraryReport, SharePreview, ShareReport } from '#shared/contract/sharing.ts';
import type { UploadId } from '#shared/model/ids.ts';
import { describeConflict } from './describe-conflict.ts';
import { planMerge, type Incoming, type MergePlan } from './merge-here.ts';
import { createFromShare, type NewFromShare } from './new-library.ts';
import { openShare, type OpenShare } from './read-share.ts';
import { fromLists, type ShareRecords } from './share-records.ts';
import { openShareStates, type ShareStates } from './share-states.ts';
import { takeFiles, type Work } from './take-files.ts';

/** Taking share files in. */
export type SharingService = {
  readonly preview: (uploadId: UploadId) => Promise<SharePreview>;
  readonly open: (
    uploadId: UploadId,
    choices: Readonly<Record<string, MergeSide>>,
    work: Work,
  ) => Promise<ShareReport>;
  /** Makes a library of its own of the file. Rejects as `createFromShare` does. */
  readonly create: (uploadId: UploadId, order: NewFromShare, work: Work) => Promise<NewLibraryReport>;
};

/**
 * The state that this library and the file have in common: the newest of the file's states that was handed over here,
 * too, else what the file itself says it was based on.
 */
const commonState = async (share: OpenShare, states: ShareStates): Promise<ShareRecords> => {
  for (const sha256 of share.about.states.toReversed()) {
    const lists = await states.read(sha256);
    if (lists !== null) return fromLists(lists);
  }
  return fromLists(share.base);
};

const toChanges = (ops: readonly Op[]): ShareReport['changes'] => {
  const count = (kind: Op['op']) => ops.filter(({ op }) => op === kind).length;
  return { added: count('put'), changed: count('edit'), removed: count('delete') };
};

/** Topics that an op touches: itself, or an entry of it. */
const touchedTopics = (ops: readonly Op[], { placements }: ShareRecords): ReadonlySet<string> =>
  new Set(
    ops.flatMap((op) => {
      if (op.table === 'topics') return [op.id];
      if (op.table !== 'placements') return [];
      const gone = op.op === 'delete' ? op.record['topicId'] : null;
      return [placements[op.id]?.topicId ?? (typeof gone === 'string' ? gone : '')];
    }),
  );

const toPreview = (
  share: OpenShare,
  { ops, merged }: MergePlan,
  present: ReadonlySet<string>,
): SharePreview => {
  const { library, topics, resources, images, evidence } = share.lists;
  const contested = merged.conflicts
    .filter(({ table }) => table === 'topics')
    .map(({ recordId }) => recordId);
  const touched = new Set([...touchedTopics(ops, merged.records), ...contested]);
  return {
    title: library.title,
    institution: library.institution,
    topics: topics.map(({ id, title }) => ({
      id,
      title,
      state: present.has(id) ? (touched.has(id) ? 'changed' : 'same') : 'new',
    })),
    counts: { resources: resources.length, images: images.length, evidence: evidence.length },
    changes: toChanges(ops),
    conflicts: merged.conflicts.map((conflict) => describeConflict(conflict, merged.records)),
  };
};

/** Beyond this many resources, the library as it was before is kept as a backup. */
const largeShare = 1_000;

/** What was merged and taken back was not received: the same file must bring it again. */
const forgetUndone = ({ datastore, logger }: CoreContext, states: ShareStates): void => {
  datastore.subscribe((change: Change) => {
    if (change.reverts === undefined) return;
    const { kind, changeId } = change.reverts;
    states.mark(changeId, kind === 'undo').catch((error: unknown) => {
      logger.error('a share state could not be marked', error);
    });
  });
};

/** The share files that come into the library in `context`. */
export const createSharingService = (context: CoreContext): SharingService => {
  const { datastore, uploads } = context;
  const states = openShareStates(context);

  const withShare = async <Result>(
    uploadId: UploadId,
    work: (share: OpenShare, incoming: Incoming) => Promise<Result>,
  ): Promise<Result> => {
    const share = await openShare(uploads.require(uploadId).path);
    try {
      return await work(share, {
        base: await commonState(share, states),
        theirs: fromLists(share.lists),
      });
    } finally {
      share.close();
    }
  };

  forgetUndone(context, states);

  return {
    preview: (uploadId) =>
      withShare(uploadId, async (share, incoming) => {
        const present = new Set(Object.keys(datastore.tables.topics));
        return toPreview(share, planMerge(datastore, incoming, {}), present);
      }),
    open: (uploadId, choices, work) =>
      withShare(uploadId, async (share, incoming) => {
        if (share.lists.resources.length > largeShare) await datastore.backUp();
        const taken = new Set(await takeFiles(context, share, work));
        let plan: MergePlan | null = null;
        const { title } = share.lists.library;
        // Nobody has to wait while the files come in. But what lay in the trash may have been deleted for good meanwhile.
        const change = await context.fileTurns(async () => {
          for (const id of await takeFiles(context, share, work)) taken.add(id);
          return datastore.commit({ key: 'sharing.open', values: { title } }, (reader) => {
            plan = planMerge(reader, incoming, choices);
            return plan.ops;
          });
        });
        await states.remember('received', share.text, change?.id ?? null);
        await uploads.discard(uploadId);
        return {
          title,
          topics: share.lists.topics.map((topic) => ({ id: topic.id, title: topic.title })),
          changes: toChanges((plan as MergePlan | null)?.ops ?? []),
          images: taken.size,
          conflicts: (plan as MergePlan | null)?.merged.conflicts.length ?? 0,
        };
      }),
    create: (uploadId, order, work) =>
      withShare(uploadId, async (share) => {
        const made = await createFromShare(context, { ...order, share }, work);
        const { place, title } = made;
        if (context.host.switchLibrary) await context.recentLibraries.remember({ place, title });
        await uploads.discard(uploadId);
        return made;
      }),
  };
};
