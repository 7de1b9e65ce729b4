import type { HandlersFor } from '#shared/contract/contract.ts';
import type { historyCalls } from '#shared/contract/history.ts';
import type { ChangeLabel, TrashEntry } from '#shared/model/change.ts';
import type { TrashId } from '#shared/model/ids.ts';
import type { CoreContext } from '../context.ts';
import type { Reader } from '../datastore/datastore.ts';
import { entriesToPurge, purgeOps, removePurgedEvidence, removePurgedFiles } from './purge-service.ts';
import { restoreOps } from './restore-service.ts';
import { goToStep, listSteps } from './steps-service.ts';

const newestFirst = (a: TrashEntry, b: TrashEntry): number =>
  a.deletedAt === b.deletedAt ? b.id.localeCompare(a.id) : b.deletedAt.localeCompare(a.deletedAt);

const isPresent = ({ tables }: Reader, name: string): boolean => {
  const [table = '', id = ''] = name.split('/', 2);
  return Object.hasOwn(tables, table) && tables[table as keyof typeof tables][id] !== undefined;
};

const purgeLabel = (entries: readonly TrashEntry[], trashId: TrashId | null): ChangeLabel =>
  trashId === null
    ? { key: 'trash.purge-all', values: { count: entries.length } }
    : { key: 'trash.purge', values: { title: entries[0]?.title ?? '' } };

/** Answers the calls of `shared/contract/history.ts`. */
export const createHistoryHandlers = ({
  datastore,
  paths,
  logger,
  fileTurns,
}: Pick<CoreContext, 'datastore' | 'paths' | 'logger' | 'fileTurns'>): HandlersFor<
  keyof typeof historyCalls
> => ({
  'history.state': () => datastore.historyState(),
  'history.undo': () => datastore.undo(),
  'history.redo': () => datastore.redo(),
  'history.list': () => listSteps(datastore),
  'history.goTo': ({ changeId }) => goToStep(datastore, changeId),
  'history.present': ({ records }) => records.filter((name) => isPresent(datastore, name)),

  'trash.list': () =>
    Object.values(datastore.tables.trash)
      .toSorted(newestFirst)
      .map(({ records: _records, ...about }) => about),
  'trash.restore': async ({ trashId }) => {
    const { title } = datastore.require('trash', trashId);
    await datastore.commit({ key: 'trash.restore', values: { title } }, (reader) =>
      restoreOps(reader, reader.require('trash', trashId)),
    );
    return null;
  },
  'trash.purge': async ({ trashId }) => {
    let purged: readonly TrashEntry[] = [];
    const label = purgeLabel(entriesToPurge(datastore, trashId), trashId);
    await datastore.commit(label, (reader) => {
      purged = entriesToPurge(reader, trashId);
      return purgeOps(purged);
    });
    await fileTurns(async () => {
      await removePurgedFiles(datastore, purged, { folder: paths.images, logger });
      await removePurgedEvidence(datastore, purged, { folder: paths.evidence, logger });
    });
    return null;
  },
});
