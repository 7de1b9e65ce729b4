import { Hono, type Context } from 'hono';
import { createGuide } from './guide-service.ts';

/** `GET /guide/pictures/<name>`: a picture of the user guide. */
export const createGuideRoute = (): Hono => {
  const guide = createGuide();
  const answer = async (request: Context): Promise<Response> => {
    const bytes = await guide.picture(request.req.param('name') ?? '');
    if (!bytes) return request.notFound();
    return request.body(new Uint8Array(bytes), 200, {
      'content-type': 'image/png',
      'cache-control': 'private, no-cache',
    });
  };
  return new Hono().get('/guide/pictures/:name', (request) => answer(request));
};
