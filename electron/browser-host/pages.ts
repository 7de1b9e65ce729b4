import type { ServerResponse } from 'node:http';
import { interfaceLanguage, type InterfaceLanguage } from '#shared/domain/interface-language.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import es from '#shared/i18n/es.json' with { type: 'json' };

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const messages = { en, es } satisfies Readonly<Record<InterfaceLanguage, object>>;

/** The first of the languages that a browser asks for (RFC 9110, 12.5.4) which Carrel speaks. */
const languageFor = (accepted: string): InterfaceLanguage =>
  interfaceLanguage(
    'system',
    accepted.split(',').map((range) => range.split(';', 1)[0]?.trim() ?? ''),
  );

type Said = { readonly language: string; readonly title: string; readonly text: string };

const page = ({ language, title, text }: Said) => `<!doctype html>
<html lang="${language}">
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
  /** The header of that name: what the person reads. */
  readonly acceptLanguage?: string | undefined;
};

/** Turns a request away: in words for a person who came without the right address, else with its status only. */
export const sendRefusal = (
  response: ServerResponse,
  { status, forPeople, acceptLanguage = '' }: Answer,
): void => {
  const language = languageFor(acceptLanguage);
  response.writeHead(status, {
    ...headers,
    'content-type': forPeople ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    connection: 'close',
  });
  response.end(forPeople ? page({ language, ...messages[language].host['closed-door'] }) : 'Refused.\n');
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
