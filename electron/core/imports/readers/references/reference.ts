import { toIdentifier } from '../../identifiers.ts';
import { addDate, addIdentifier, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { typeOfReference } from './reference-types.ts';

/** The values of one reference by field. Names are those of CSL where CSL has one, so that formats can be compared. */
export type Reference = ReadonlyMap<string, readonly string[]>;

const readStandardNumber = (found: Found, name: string, text: string): void => {
  const numbers = text
    .split(/[;,]|\s+(?=\d[\d-]{8})/)
    .map((part) => part.replaceAll(/\([^)]*\)/g, '').trim());
  for (const number of numbers.filter(Boolean)) {
    const identifier = [toIdentifier('isbn', number), toIdentifier('issn', number)].find(
      ({ scheme }) => scheme !== 'other',
    );
    if (identifier) addIdentifier(found, identifier);
    else keepOther(found, name, number);
  }
};

const readDoi = (found: Found, name: string, text: string): void => {
  const doi = toIdentifier('doi', text.trim().replace(/^doi:?\s*/i, ''));
  if (doi.scheme === 'doi') addIdentifier(found, doi);
  else keepOther(found, name, text);
};

/** Several addresses in one line are parted by a semicolon or white space. */
const readAddresses = (found: Found, name: string, text: string): void => {
  for (const part of text.split(/\s*;\s*(?=\w+:\/\/)|\s+/)) {
    const address = part.replace(/^<(.*)>$/, '$1');
    if (address !== '') found.addresses.push({ name, text: address });
  }
};

const readKeywords = (found: Found, text: string): void => {
  const separator = text.includes(';') ? /[;\n]/ : text.includes(',') ? /[,\n]/ : /\n/;
  for (const word of text.split(separator)) addText(found.subjects, word);
};

type Read = (found: Found, text: string, name: string) => void;

const fields: Readonly<Record<string, Read>> = {
  title: (found, text) => {
    if (found.title === '') found.title = text;
    else if (found.title !== text) keepOther(found, 'other titles', text);
  },
  URL: (found, text) => {
    readAddresses(found, 'URL', text);
  },
  type: (found, text) => {
    const typeId = typeOfReference(text);
    found.typeId ??= typeId;
    if (typeId !== text.toLowerCase()) keepOther(found, 'reference type', text);
  },
  abstract: (found, text) => {
    if (found.summary === '') found.summary = text;
    else if (found.summary !== text) keepOther(found, 'abstract', text);
  },
  author: (found, text) => {
    addText(found.creators, text);
  },
  publisher: (found, text) => {
    if (found.publisher === '') found.publisher = text;
    else keepOther(found, 'publisher', text);
  },
  language: (found, text) => {
    if (found.language === '') found.language = text;
    else keepOther(found, 'language', text);
  },
  issued: (found, text) => {
    addDate(found, 'publishedOn', 'issued', text);
  },
  added: (found, text) => {
    addDate(found, 'addedOn', 'added', text);
  },
  keyword: (found, text) => {
    readKeywords(found, text);
  },
  subject: (found, text) => {
    addText(found.subjects, text);
  },
  note: (found, text) => {
    addText(found.notes, text);
  },
  rights: (found, text) => {
    addText(found.rights, text);
  },
  DOI: (found, text) => {
    readDoi(found, 'DOI', text);
  },
  ISBN: (found, text) => {
    readStandardNumber(found, 'ISBN', text);
  },
  ISSN: (found, text) => {
    readStandardNumber(found, 'ISSN', text);
  },
  OCLC: (found, text) => {
    const oclc = toIdentifier('oclc', text);
    if (oclc.scheme === 'oclc') addIdentifier(found, oclc);
    else keepOther(found, 'OCLC', text);
  },
};

/** What stands in for a title that is missing, in this order. */
const standIns = ['title-short', 'container-title', 'collection-title', 'event-title'];

/** A reference as a record: fields that Carrel has, everything else under its own name. */
export const toFound = (reference: Reference): Found => {
  const found = emptyFound();
  for (const [name, values] of reference) {
    const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
    for (const value of values) {
      const text = value.trim();
      if (text === '') continue;
      if (read) read(found, text, name);
      else keepOther(found, name, text);
    }
  }
  if (found.title === '') {
    const name = standIns.find((one) => found.other.has(one));
    found.title = name === undefined ? '' : (found.other.get(name)?.[0] ?? '');
  }
  // An edited volume has no other makers to show; who did what stays beside it.
  if (found.creators.length === 0) found.creators.push(...(found.other.get('editor') ?? []));
  return found;
};
