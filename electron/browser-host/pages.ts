import type { ServerResponse } from 'node:http';
import messages from '#shared/i18n/en.json' with { type: 'json' };

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const page = ({ title, text }: { readonly title: string; readonly text: string }) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
</html>
`;

const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

type Answer = {
  readonly status: number;
  /** True when a person is likely to look at it. */
  readonly forPeople: boolean;
};

/** Turns a request away: in words for a person who came without the right address, else with its status only. */
export const sendRefusal = (response: ServerResponse, { status, forPeople }: Answer): void => {
  response.writeHead(status, {
    ...headers,
    'content-type': forPeople ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    connection: 'close',
  });
  response.end(forPeople ? page(messages.host['closed-door']) : 'Refused.\n');
};

/** Lets a browser in: the secret moves from the address into a cookie that no script can read. */
export const sendEntry = (response: ServerResponse, cookie: string): void => {
  response.writeHead(303, {
    ...headers,
    location: '/',
    'set-cookie': `${cookie}; HttpOnly; SameSite=Strict; Path=/`,
  });
  response.end();
};
