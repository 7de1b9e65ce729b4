/** A wording that is looked for as it stands; `pick` answers the id of its entry, or one that no entry has. */
type Fixed = { readonly pattern: RegExp; readonly pick: (found: RegExpExecArray) => string };

const editioned = (stem: string, known: readonly string[]) => (found: RegExpExecArray) => {
  const edition = found.groups?.['version'];
  if (edition === undefined) return stem;
  return known.includes(edition) ? `${stem}-${edition}` : '';
};

/** Usual wordings of everything but the six families of Creative Commons. */
export const fixedWordings: readonly Fixed[] = [
  {
    pattern:
      /(?<![\w-])(?:creative commons |cc ?[-:]? ?)?(?:cc[-\s]?0|cc[-\s]zero|creative commons zero|creative commons cc0)(?![\w])(?:[\s,(]*(?:licen[sc]e|version|v\.?|universal))*[\s,-]*(?<version>\d\.\d)?(?:\s*universal)?(?:\s*\(cc0(?: 1\.0)?\))?(?:\s*public domain dedication)?/gi,
    pick: (found) => ((found.groups?.['version'] ?? '1.0') === '1.0' ? 'cc0-1.0' : ''),
  },
  {
    pattern: /(?<![\w-])(?:creative commons )?public domain dedication(?! and certification)(?: \(cc0\))?/gi,
    pick: () => 'cc0-1.0',
  },
  {
    pattern:
      /(?<![\w-])(?:creative commons |cc[-\s]?)?(?:public domain mark|pdm)(?![\w])(?:[\s,(-]*(?:version|v\.?|universal))*[\s,-]*(?<version>\d\.\d)?(?:\s*universal)?/gi,
    pick: (found) => ((found.groups?.['version'] ?? '1.0') === '1.0' ? 'pdm-1.0' : ''),
  },
  { pattern: /\bunsplash licen[sc]e\b/gi, pick: () => 'unsplash' },
  { pattern: /\bpexels licen[sc]e\b/gi, pick: () => 'pexels' },
  { pattern: /\bpixabay (?:content )?licen[sc]e\b/gi, pick: () => 'pixabay' },
  {
    pattern:
      /(?:\bgnu free documentation licen[sc]e|\b(?:gnu )?(?<![\w-])gfdl)(?:[\s,(-]*(?:version|v\.?|gfdl|\)))*[\s,-]*(?<version>\d\.\d)?(?:-(?:only|or-later))?/gi,
    pick: editioned('gfdl', ['1.2', '1.3']),
  },
  {
    pattern:
      /(?:\bfree art licen[sc]e|\blicence art libre|\b(?<![\w-])(?:fal|lal)(?=[\s-]\d))(?:[\s,(-]*(?:version|v\.?))*[\s,-]*(?<version>\d\.\d)?/gi,
    pick: editioned('fal', ['1.3']),
  },
  { pattern: /\bno known copyright restrictions?\b/gi, pick: () => 'no-known-restrictions' },
  { pattern: /\b(?:united states|u\.?s\.?)[\s-](?:federal )?government work\b/gi, pick: () => 'us-gov' },
  // Templates of Wikimedia Commons.
  { pattern: /\bpd-usgov(?:-[\w-]+)?(?![\w-])/gi, pick: () => 'us-gov' },
  { pattern: /\bpd-(?:old(?:-[\w-]+)?|self|art)(?![\w-])/gi, pick: () => 'public-domain' },
  {
    pattern: /\bpublic domain\b(?! (?:mark|dedication))(?! in the (?:united states|u\.?s\.?a?\.?) only)/gi,
    pick: () => 'public-domain',
  },
];
