import { extname } from 'node:path/posix';
import { Hono, type Context } from 'hono';
import type { CoreContext } from '#core/context.ts';
import { topicIdSchema } from '#shared/model/ids.ts';
import { resolvePublication } from './publication.ts';
import { createRenderFile } from './render-file.ts';
import { paths } from './site/links.ts';
import { searchPage } from './site/search-page.ts';
import { siteFiles } from './site/site-files.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'application/atom+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
};

/**
 * What a previewed page may do: show its own pictures, style and fonts, and open links outside. No scripts, though the
 * exporter writes none: the texts come from people, and the page shares its origin with the door. The app prints the
 * page alone from its frame, and `print()` counts as a modal, so a sandbox without `allow-modals` ignores it; without
 * scripts nothing in the page itself can make use of that.
 */
const policy = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/**
 * `GET /preview/<topic>/…`: the site of that one topic, draft or not, file by file as the exporter would write it; but
 * the page of search says that it searches only when it is published. Only the file asked for is made. `/preview/<topic>` and `/preview/<topic>/` lead to the topic's page.
 */
export const createPreviewRoute = (context: CoreContext): Hono => {
  const render = createRenderFile(context);
  const answer = async (request: Context): Promise<Response> => {
    const id = topicIdSchema.safeParse(request.req.param('topicId'));
    const topic = id.success ? context.datastore.tables.topics[id.data] : undefined;
    if (!topic) return request.notFound();
    const root = `/preview/${topic.id}/`;
    const path = request.req.path.slice(root.length);
    if (path === '') return request.redirect(`${root}${paths.topic(topic.slug)}`, 302);
    const publication = resolvePublication(context.datastore, [topic.id]);
    const file = siteFiles(publication).find((one) => one.path === path);
    if (!file) return request.notFound();
    const bytes =
      path === paths.search ? Buffer.from(searchPage(publication, 'search-preview')) : await render(file);
    return request.body(new Uint8Array(bytes), 200, {
      'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  };
  return new Hono().get('/preview/:topicId/*', (request) => answer(request));
};
