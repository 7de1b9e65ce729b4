import type { HandlersFor, OutputOf } from '#shared/contract/contract.ts';
import { editOps } from '../datastore/ops.ts';
import { listResourceTypes } from '../resources/resource-type-service.ts';
import { readLists } from '../search/list-service.ts';
import { readBoard } from '../topics/board-service.ts';
import { readTree } from '../topics/tree-service.ts';
import type { CoreContext } from '../context.ts';

type Calls = 'session.get' | 'session.start' | 'library.update' | 'settings.get' | 'settings.update';

type Needs = Pick<CoreContext, 'version' | 'host' | 'paths' | 'datastore' | 'events' | 'settings'>;

const readSession = ({ version, host, paths, datastore }: Needs): OutputOf<'session.get'> => {
  const { topics, resources, images, trash } = datastore.tables;
  return {
    version,
    host: host.name,
    capabilities: host.capabilities,
    library: datastore.require('library', 'library'),
    place: paths.root,
    counts: {
      topics: Object.keys(topics).length,
      resources: Object.keys(resources).length,
      images: Object.keys(images).length,
      trash: Object.keys(trash).length,
    },
    history: datastore.historyState(),
    recovery: datastore.recovery.map(({ key, values }) => ({ key, values: { ...values } })),
  };
};

const readStart = (needs: Needs): OutputOf<'session.start'> => {
  const { datastore } = needs;
  const settings = needs.settings.get();
  const tree = readTree(datastore);
  const first = tree.find(({ id }) => id === settings.lastTopicId) ?? tree[0];
  return {
    session: readSession(needs),
    settings,
    tree,
    resourceTypes: listResourceTypes(datastore),
    lists: readLists(datastore),
    board: first ? readBoard(datastore, first.id) : null,
  };
};

/** Calls about the open library as a whole and the person's settings. */
export const createSessionHandlers = (needs: Needs): HandlersFor<Calls> => {
  const { datastore, settings, events } = needs;
  return {
    'session.get': () => readSession(needs),
    'session.start': () => readStart(needs),
    'library.update': async ({ patch }) => {
      await datastore.commit({ key: 'library.update', values: {} }, (reader) =>
        editOps('library', reader.require('library', 'library'), patch),
      );
      return null;
    },
    'settings.get': () => settings.get(),
    'settings.update': async (patch) => {
      const updated = await settings.update(patch);
      events.publish({ type: 'settings' });
      return updated;
    },
  };
};
