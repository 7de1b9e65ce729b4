import type { Hono } from 'hono';
import type { CoreContext } from './context.ts';
import { createEvidenceRoute } from './evidence/evidence-route.ts';
import { createDownloadRoute } from './exports/download-route.ts';
import { createPreviewRoute } from './exports/preview-route.ts';
import { createGuideRoute } from './guide/guide-route.ts';
import { createImageRoute } from './images/image-route.ts';

/** Routes of the features that send files rather than answers. */
export const createRoutes = (context: CoreContext): Hono[] => [
  createImageRoute(context),
  createEvidenceRoute(context),
  createPreviewRoute(context),
  createDownloadRoute(context),
  createGuideRoute(),
];
