/* oxlint-disable no-control-regex -- signatures are bytes, not words */
/** What a file kept as evidence is, by its content. */
export type EvidenceFormat = { readonly extension: string; readonly mediaType: string };

const format = (extension: string, mediaType: string): EvidenceFormat => ({ extension, mediaType });

const signatures: readonly (readonly [RegExp, EvidenceFormat])[] = [
  [/^%PDF-/, format('pdf', 'application/pdf')],
  [/^\x89PNG\r\n/, format('png', 'image/png')],
  [/^\xff\xd8\xff/, format('jpg', 'image/jpeg')],
  [/^GIF8[79]a/, format('gif', 'image/gif')],
  [/^RIFF[^]{4}WEBP/, format('webp', 'image/webp')],
  [/^\xd0\xcf\x11\xe0/, format('msg', 'application/vnd.ms-outlook')],
  [
    /^PK\x03\x04[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument\.text/,
    format('odt', 'application/vnd.oasis.opendocument.text'),
  ],
];

const docx = format('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');

/** A message begins with header lines (RFC 5322 §2.2); a saved page of that form holds a `multipart/related` body. */
const mailHead = /^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/;
const mailWords = /^(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to):/im;

const sniffText = (text: string): EvidenceFormat | null => {
  const start = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (/^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(start))
    return format('html', 'text/html');
  const head = mailHead.exec(start)?.[0];
  if (head !== undefined && mailWords.test(head))
    return /^content-type:\s*multipart\/related/im.test(head)
      ? format('mhtml', 'multipart/related')
      : format('eml', 'message/rfc822');
  return /[\0-\x08\x0e-\x1a]/.test(text) ? null : format('txt', 'text/plain');
};

const decode = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Recognises what a library keeps as evidence: saved pages, pictures of pages, letters and mail. Its name counts for nothing.
 * Null: some other kind of file.
 */
export const recogniseEvidence = (bytes: Buffer): EvidenceFormat | null => {
  const head = bytes.toString('latin1', 0, 4_096);
  const signed = signatures.find(([pattern]) => pattern.test(head))?.[1];
  if (signed) return signed;
  if (head.startsWith('PK\x03\x04'))
    return bytes.includes('word/document.xml') && bytes.includes('[Content_Types].xml') ? docx : null;
  // Mail may come in any encoding: where it is no UTF-8, its head still tells.
  const text = decode(bytes);
  if (text !== null) return sniffText(text);
  const guess = sniffText(head);
  return guess?.extension === 'txt' ? null : guess;
};
