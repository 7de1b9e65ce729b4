import type { IncomingMessage } from 'node:http';
import { LookupFailure } from './lookup-failure.ts';
import type { Network } from './network.ts';
import { decodePage } from './decode-page.ts';
import { readBody } from './read-body.ts';
import { requestPage } from './request-page.ts';

/** A page as text, and the address it was found at in the end. */
export type FetchedPage = { readonly url: string; readonly html: string };

export type FetchOptions = {
  readonly network: Network;
  readonly userAgent: string;
  /** For the whole of it, in milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Waits for the turn of a host and gives it back when the work is done. */
  readonly inTurn: <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;
};

const mostRedirects = 5;

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

type Step = { readonly next: URL } | { readonly page: FetchedPage };

const readAnswer = async (response: IncomingMessage, url: URL): Promise<Step> => {
  const status = response.statusCode ?? 0;
  const { location, 'content-type': type = '' } = response.headers;
  try {
    if (isRedirect(status) && location !== undefined && URL.canParse(location, url.href))
      return { next: new URL(location, url.href) };
    if (status < 200 || status > 299) throw new LookupFailure('status');
    if (!/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) throw new LookupFailure('not-a-page');
    return { page: { url: url.href, html: decodePage(await readBody(response), type) } };
  } finally {
    response.destroy();
  }
};

const takeStep = async (url: URL, { timeout, signal, ...options }: FetchOptions): Promise<Step> => {
  const late = AbortSignal.timeout(timeout);
  try {
    const response = await requestPage(url, { ...options, signal: AbortSignal.any([signal, late]) });
    return await readAnswer(response, url);
  } catch (error) {
    if (error instanceof LookupFailure) throw error;
    if (late.aborted && !signal.aborted) throw new LookupFailure('slow');
    throw new LookupFailure('unreachable');
  }
};

/**
 * Fetches a page as a considerate visitor: HTML only, a megabyte and five redirects at most, each step in the turn of its
 * host and only to addresses that may be reached. Throws a `LookupFailure`.
 */
export const fetchPage = async (address: string, options: FetchOptions): Promise<FetchedPage> => {
  let url = new URL(address);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const here = url;
    const step = await options.inTurn(here.host, () => takeStep(here, options));
    if ('page' in step) return step.page;
    url = step.next;
  }
  throw new LookupFailure('redirects');
};
