import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import { refusal } from '#core/refusal.ts';
import type { ImportReport, ImportTarget } from '#shared/contract/imports.ts';
import type { ImportId } from '#shared/model/ids.ts';
import type { Op } from '#shared/model/change.ts';
import type { Draft } from './import-draft.ts';
import { importOps } from './import-ops.ts';
import { createFindFile, stagePictures, type StagedPictures } from './import-pictures.ts';
import { toReport } from './import-report.ts';
import { createPace } from './pace.ts';
import { placedEntries } from './place-entries.ts';
import { planImport } from './plan.ts';
import { sourceTitle } from './source-title.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'paths' | 'search' | 'fileTurns'>;

/** How often ops are made anew because the library changed meanwhile. */
const mostTries = 5;

type Work = { readonly importId: ImportId; readonly draft: Draft; readonly target: ImportTarget };
type Made = Awaited<ReturnType<typeof makeOps>>;

const makeOps = async (
  needs: Needs,
  { draft, target }: Work,
  {
    images,
    pace,
  }: { readonly images: StagedPictures['images']; readonly pace: (done: number) => Promise<void> },
) => {
  const plan = await planImport(needs.datastore, { draft, target }, () => pace(0));
  const placed = placedEntries(plan, draft, target);
  const made = await importOps(needs.datastore, needs, { plan, placed, images, pace });
  return { ...made, plan };
};

const titleOf = (needs: Needs, { draft, target: { into } }: Work): string => {
  if (into.kind === 'new') return into.title;
  if (into.kind === 'topic') return needs.datastore.require('topics', into.topicId).title;
  const [first] = draft.parts;
  return first === undefined ? '' : sourceTitle(first);
};

/** Nothing to write: no record came through, and the source describes no topic of its own. */
const isNothing = ({ taken, shown, plan }: Made): boolean =>
  taken === 0 && shown === 0 && plan.topics.every(({ about }) => about === null);

/**
 * Makes the ops without holding others up, then writes them at once: should the library have changed in between, they
 * are made anew, so that no position or slug is taken twice.
 */
const commitOps = async (needs: Needs, work: Work, make: () => Promise<Made>): Promise<Made> => {
  for (let attempt = 1; ; attempt += 1) {
    const { seq } = needs.datastore.historyState();
    const made = await make();
    if (isNothing(made)) return made;
    const values = { count: made.taken + made.shown, title: titleOf(needs, work) };
    let isStale = false;
    await needs.datastore.commit(changeLabel('import.csv', values), (reader): readonly Op[] => {
      isStale = needs.datastore.historyState().seq !== seq;
      if (isStale && attempt === mostTries) throw refusal('conflict', 'import-library-busy');
      return isStale || reader.tables !== needs.datastore.tables ? [] : made.ops;
    });
    if (!isStale) return made;
  }
};

/** Nobody has to wait while pictures come in; only while their records are written do they take the file turn. */
const recorded = (needs: Needs, pictures: StagedPictures, write: () => Promise<Made>): Promise<Made> =>
  pictures.images.size === 0
    ? write()
    : needs.fileTurns(async () => {
        await pictures.keep();
        return write();
      });

/** Beyond this many records an import is large: the library as it was before is kept as a backup. */
const largeImport = 1_000;

/** Writes an import as one change. When it is cancelled or fails, nothing is left of it. */
export const commitImport = async (needs: Needs, work: Work, handle: JobHandle): Promise<ImportReport> => {
  const { entries, files } = work.draft;
  const wait = createPace(handle);
  const total = entries.length * 2;
  if (entries.length > largeImport) {
    needs.search.prepare();
    await needs.datastore.prepare();
    await needs.datastore.backUp();
  }
  const pictures = await stagePictures(
    needs,
    { entries: files.size === 0 ? [] : entries, find: createFindFile(files) },
    (done) => wait(done, total),
  );
  try {
    const pace = (done: number) => wait(entries.length + done, total);
    const made = await recorded(needs, pictures, () =>
      commitOps(needs, work, () => makeOps(needs, work, { images: pictures.images, pace })),
    );
    handle.progress(total, total);
    const isUnused = made.taken === 0 && pictures.images.size > 0;
    if (isUnused) await pictures.forget();
    const { into } = work.target;
    const [first] = isNothing(made) ? [] : made.topics.values();
    const topicId = first?.id ?? (into.kind === 'topic' ? into.topicId : null);
    return toReport({ ...work, ...made, title: titleOf(needs, work), topicId, pictures });
  } catch (error) {
    await pictures.forget();
    throw error;
  }
};
