import { webAddressSchema, type WebAddress } from '../model/text.ts';

/** Parameters that say how a reader came, not where to. */
const trackingParameter =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|oly_\w+_id|wickedid|s_cid|_ga|_gl|ref_src)$/i;

/** A fragment that some pages use as a path (`#/about`, `#!/about`); any other only points into the same page. */
const isRoute = (hash: string): boolean => /^#!?\//.test(hash) || hash.startsWith('#!');

const comparableSearch = ({ search, searchParams }: URL): string => {
  if (search === '') return '';
  const tracking = Array.from(searchParams.keys()).filter((name) => trackingParameter.test(name));
  for (const name of tracking) searchParams.delete(name);
  searchParams.sort();
  return searchParams.toString();
};

/**
 * An address in the form that two spellings of the same page share, for comparing only, never for linking: no scheme
 * (http or https), no `www.`, no tracking parameters, the rest of the parameters in order, no trailing slash, no
 * fragment unless it is a route. What is not an address comes back trimmed.
 */
export const comparableAddress = (address: string): string => {
  const text = address.trim();
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return text;
  const host = url.host.replace(/^www\./, '');
  const search = comparableSearch(url);
  return `${host}${url.pathname.replace(/\/+$/, '')}${search ? `?${search}` : ''}${isRoute(url.hash) ? url.hash : ''}`;
};

/** Whether two addresses lead to the same page, as far as their spelling tells. */
export const isSameAddress = (a: string, b: string): boolean => comparableAddress(a) === comparableAddress(b);

/**
 * Typed or found text as an address to link to, or null. `www.…` without a scheme gets https; any scheme but http
 * and https (`javascript:`, `file:`, `data:` …) is null.
 */
export const toWebAddress = (text: string): WebAddress | null => {
  const trimmed = text.trim();
  const candidate = /^www\.[^\s/]+\.[a-z]{2,}(?:[/?#]|$)/i.test(trimmed) ? `https://${trimmed}` : trimmed;
  return !/\s/.test(candidate) && webAddressSchema.safeParse(candidate).success ? candidate : null;
};
