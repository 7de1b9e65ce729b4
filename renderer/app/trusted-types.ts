import { z } from 'zod';

// Without this zod tries whether it may compile its parsers with `new Function`, which the content security policy
// refuses. It has to come before the first schema is made, so this is the first import of the page.
z.config({ jitless: true });

type Policy = { readonly createHTML: (html: string, type?: string, sink?: string) => string | null };
type TrustedTypes = { readonly createPolicy: (name: string, policy: Policy) => unknown };

/** The one place where text may become markup by itself: a document that is never shown and runs nothing. */
const inertSink = 'DOMParser parseFromString';

/**
 * With the content security policy (`require-trusted-types-for 'script'`), text cannot become markup of this page, or a
 * script, or the address of one: not by a mistake here, nor by one in a library. What an editor asks for by name, it gets;
 * it reads what is pasted in a document of its own. Where the browser knows no Trusted Types, nothing happens.
 */
export const installTrustedTypes = (
  types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes,
): void => {
  types?.createPolicy('default', {
    createHTML: (html, _type, sink) => (sink === undefined || sink === inertSink ? html : null),
  });
};
