import type { Hono } from 'hono';
import type { CoreContext } from './context.ts';

/** Routes of the features that send files rather than answers. */
export const createRoutes = (_context: CoreContext): Hono[] => [];
