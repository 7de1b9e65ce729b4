import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { Hono } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Vite's names of files that change whenever their content does: `index-Bx3k9_aQ.js`. */
const hashedName = /-[\w-]{8}\.\w+$/;

const cachingOf = (path: string): string => {
  if (path.endsWith('.html')) return 'no-store';
  return hashedName.test(path) ? 'private, max-age=31536000, immutable' : 'no-cache';
};

/** The file a request path names inside `folder`, or null. Decoded once; what still holds `..` is refused. */
export const assetPath = (folder: string, urlPath: string): string | null => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (/[\0\\]/.test(decoded)) return null;
  const path = resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`);
  const inside = relative(folder, path);
  const leaves = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return leaves ? null : path;
};

const readIfFile = async (path: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return null;
  }
};

/** The built renderer, of kinds it consists of and from its own folder only. */
export const createAssetsRoute = (folder: string): Hono =>
  new Hono().get('*', async (context, next) => {
    const path = assetPath(resolve(folder), new URL(context.req.url).pathname);
    const type = path === null ? undefined : types[extname(path).toLowerCase()];
    const bytes = path === null || type === undefined ? null : await readIfFile(path);
    if (path === null || type === undefined || bytes === null) return next();
    return context.body(bytes, 200, { 'content-type': type, 'cache-control': cachingOf(path) });
  });
