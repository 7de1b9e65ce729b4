import type { Handlers } from '#shared/contract/contract.ts';
import { createBulkHandlers } from './bulk/handlers.ts';
import type { CoreContext } from './context.ts';
import { createBackupHandlers } from './backups/handlers.ts';
import { createCaptureHandlers } from './capture/handlers.ts';
import { createDuplicateHandlers } from './duplicates/handlers.ts';
import { createExportHandlers } from './exports/handlers.ts';
import { createGuideHandlers } from './guide/handlers.ts';
import { createHistoryHandlers } from './history/handlers.ts';
import { createImageHandlers } from './images/handlers.ts';
import { createImportHandlers } from './imports/handlers.ts';
import { createJobHandlers } from './jobs/handlers.ts';
import { createLibrariesHandlers } from './libraries/handlers.ts';
import { createLogHandlers } from './logs/handlers.ts';
import { createResourceHandlers } from './resources/handlers.ts';
import { createSearchHandlers } from './search/handlers.ts';
import { createEvidenceHandlers } from './evidence/handlers.ts';
import { createRightsHandlers } from './rights/handlers.ts';
import { createSessionHandlers } from './session/handlers.ts';
import { createTemplateHandlers } from './templates/handlers.ts';
import { createSharingHandlers } from './sharing/handlers.ts';
import { createTopicHandlers } from './topics/handlers.ts';

/** One handler for every call of the contract; a missing one does not compile. */
export const createHandlers = (context: CoreContext): Handlers => ({
  ...createSessionHandlers(context),
  ...createTopicHandlers(context),
  ...createTemplateHandlers(context),
  ...createBulkHandlers(context),
  ...createResourceHandlers(context),
  ...createCaptureHandlers(context),
  ...createDuplicateHandlers(context),
  ...createSearchHandlers(context),
  ...createImageHandlers(context),
  ...createEvidenceHandlers(context),
  ...createRightsHandlers(context),
  ...createHistoryHandlers(context),
  ...createImportHandlers(context),
  ...createExportHandlers(context),
  ...createSharingHandlers(context),
  ...createJobHandlers(context),
  ...createBackupHandlers(context),
  ...createGuideHandlers(),
  ...createLibrariesHandlers(context),
  ...createLogHandlers(context),
});
