import { withoutOverrides } from '#shared/domain/overrides.ts';

/**
 * A file's name as it may stand in `content-disposition` (RFC 6266 §4.3 and RFC 8187): whatever it holds is written in
 * percent signs, and what would turn its letters around is left out.
 */
export const attachmentName = (fileName: string, fallback: string): string =>
  encodeURIComponent((withoutOverrides(fileName) || fallback).toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
