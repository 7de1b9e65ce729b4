import type { Identifier } from '#shared/model/resource.ts';

const doi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i;

const toDoi = (text: string): Identifier | null => {
  const value = doi.exec(text)?.[1];
  return value === undefined ? null : { scheme: 'doi', value };
};

const toIsbn = (text: string): Identifier | null => {
  const value = text
    .replace(/^(?:urn:)?isbn(?:-1[03])?:?\s*/i, '')
    .replaceAll(/[\s-]/g, '')
    .toUpperCase();
  return /^(?:97[89])?\d{9}[\dX]$/.test(value) ? { scheme: 'isbn', value } : null;
};

const toIssn = (text: string): Identifier | null => {
  const match = /^(?:urn:)?(?:e?issn:?\s*)?(\d{4})-?(\d{3}[\dX])$/i.exec(text);
  return match ? { scheme: 'issn', value: `${match[1]}-${match[2]}`.toUpperCase() } : null;
};

const toOclc = (text: string): Identifier | null => {
  const value = /^(?:\(ocolc\)\s*)?(?:oc[mn]|on)?\s*0*(\d+)$/i.exec(text)?.[1];
  return value === undefined ? null : { scheme: 'oclc', value };
};

const readers = { doi: toDoi, isbn: toIsbn, issn: toIssn, oclc: toOclc } as const;

/** What a column of identifiers is of; `identifier` means any. */
export type IdentifierField = keyof typeof readers | 'identifier';

/** Only what names itself (`ISBN …`, `10.…/…`) is taken for a standard number in a column of any identifiers. */
const ofAnyKind = (text: string): Identifier | null =>
  toDoi(text) ??
  (/^(?:urn:)?isbn/i.test(text) ? toIsbn(text) : null) ??
  (/issn/i.test(text) ? toIssn(text) : null) ??
  (/^oclc:/i.test(text) ? toOclc(text.slice(5).trim()) : null);

/** A standard number in the form the library keeps it; what is none stays as it is, under `other`. */
export const toIdentifier = (field: IdentifierField, text: string): Identifier => {
  const found = field === 'identifier' ? ofAnyKind(text) : readers[field](text);
  return found ?? { scheme: 'other', value: text };
};
