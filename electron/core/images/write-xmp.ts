import type { Credit } from '#shared/model/credit.ts';
import { escapeXml, namespaces } from './xml-tree.ts';

const prefixes = ['dc', 'photoshop', 'xmpRights', 'plus', 'cc', 'Iptc4xmpCore'] as const;

const element = (name: string, content: string) => (content === '' ? '' : `<${name}>${content}</${name}>`);
const plain = (name: string, text: string) => element(name, escapeXml(text));
const link = (name: string, address: string | null) =>
  address === null || address === '' ? '' : `<${name} rdf:resource="${escapeXml(address)}"/>`;
const alternative = (name: string, text: string) =>
  text === ''
    ? ''
    : element(name, `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`);

const creators = (joined: string) => {
  const names = joined.split('; ').filter((name) => name !== '');
  return names.length === 0
    ? ''
    : element('dc:creator', `<rdf:Seq>${names.map((name) => plain('rdf:li', name)).join('')}</rdf:Seq>`);
};

const licensor = (address: string | null) =>
  address === null
    ? ''
    : element(
        'plus:Licensor',
        `<rdf:Seq><rdf:li rdf:parseType="Resource">${plain('plus:LicensorURL', address)}</rdf:li></rdf:Seq>`,
      );

const freeOfCopyright: ReadonlySet<string> = new Set(['cc0-1.0', 'pdm-1.0', 'public-domain', 'us-gov']);

/** `xmpRights:Marked`: false only for what is known to be free of copyright; left out while nothing is known. */
const marked = ({ licenseId, copyrightNotice }: Credit) => {
  if (licenseId === null) return copyrightNotice === '' ? '' : plain('xmpRights:Marked', 'True');
  return plain('xmpRights:Marked', freeOfCopyright.has(licenseId) ? 'False' : 'True');
};

/**
 * The rights of a picture as an XMP packet, to be written into each of its derivatives, so that they stay with it
 * wherever it is copied to. Fields as the IPTC Photo Metadata Standard and Creative Commons name them; search engines
 * read `xmpRights:WebStatement` and `plus:LicensorURL`. The same input gives the same text, with no dates in it.
 *
 * @param creditLine the whole credit as it is printed beside the picture
 * @param licenseAddress the license's own page, null when there is none
 */
export const toXmp = (
  credit: Credit,
  creditLine: string,
  alt: string,
  licenseAddress: string | null,
): string => {
  const declared = prefixes.map((prefix) => ` xmlns:${prefix}="${namespaces[prefix]}"`).join('');
  const isCreativeCommons = licenseAddress?.includes('creativecommons.org') ?? false;
  const statements = [
    alternative('dc:title', credit.title),
    creators(credit.creator),
    alternative('dc:rights', credit.copyrightNotice),
    plain('photoshop:Credit', creditLine),
    plain('photoshop:Source', credit.sourceUrl ?? ''),
    marked(credit),
    plain('xmpRights:WebStatement', licenseAddress ?? ''),
    alternative('xmpRights:UsageTerms', credit.usageTerms),
    licensor(credit.licensorUrl),
    link('cc:license', isCreativeCommons ? licenseAddress : null),
    plain('cc:attributionName', isCreativeCommons ? credit.creator : ''),
    link('cc:attributionURL', credit.creatorUrl),
    alternative('Iptc4xmpCore:AltTextAccessibility', alt),
  ];
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="${namespaces.x}"><rdf:RDF xmlns:rdf="${namespaces.rdf}"><rdf:Description rdf:about=""${declared}>`,
    ...statements.filter((statement) => statement !== ''),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
};
