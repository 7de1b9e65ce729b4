import type { HandlersFor } from '#shared/contract/contract.ts';
import type { CoreContext } from '../context.ts';
import { createBackupService } from './backup-service.ts';

type Calls = 'backups.list' | 'backups.create' | 'backups.compare' | 'backups.restore';

/** Handlers of `backups.*`. */
export const createBackupHandlers = (context: CoreContext): HandlersFor<Calls> => {
  const backups = createBackupService(context);
  return {
    'backups.list': () => backups.list(),
    'backups.create': () => backups.create(),
    'backups.compare': ({ name }) => backups.compare(name),
    'backups.restore': async (input) => {
      await backups.restore(input);
      return null;
    },
  };
};
