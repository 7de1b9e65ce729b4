import type { HandlersFor } from '#shared/contract/contract.ts';
import { editOps } from '../datastore/ops.ts';
import type { CoreContext } from '../context.ts';

type Calls = 'session.get' | 'library.update' | 'settings.get' | 'settings.update';

/** Calls about the open library as a whole and the person's settings. */
export const createSessionHandlers = ({
  version,
  host,
  paths,
  datastore,
  events,
  settings,
}: CoreContext): HandlersFor<Calls> => ({
  'session.get': () => {
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
  },
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
});
