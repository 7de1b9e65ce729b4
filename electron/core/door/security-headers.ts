import type { MiddlewareHandler } from 'hono';

const join = (policy: Readonly<Record<string, string>>) =>
  Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`.trim())
    .join('; ');

const closed = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

/** The interface: its own files only, nothing inline, never inside another page. */
const rendererPolicy = join({
  ...closed,
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
  'frame-ancestors': "'none'",
});

/** A previewed page: no script at all; shown in a frame of the interface. */
const previewPolicy = join({
  ...closed,
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'media-src': "'self'",
  'frame-ancestors': "'self'",
});

/** Pictures and downloads: should one be opened as a page (SVG can carry script), it can do nothing. */
const filePolicy = join({ ...closed, 'frame-ancestors': "'none'", sandbox: '' });

const policyFor = (path: string): string => {
  if (path.startsWith('/preview/')) return previewPolicy;
  if (path.startsWith('/images/') || path.startsWith('/downloads/')) return filePolicy;
  return rendererPolicy;
};

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const;

/** Puts the headers on every answer, also refusals. What a route says of caching or of its own policy stays. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (!headers.has('content-security-policy'))
    headers.set('content-security-policy', policyFor(context.req.path));
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};
