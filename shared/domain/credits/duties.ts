import type { CreditPartName, DutyTable, License } from './license.ts';

/** Where a credit is shown. Links work on `screen` only; `print` and `text` have to write addresses out. */
export type CreditMedium = 'screen' | 'print' | 'text';

/**
 * How binding a duty is. `required`: always. `where-practicable`: the license's own words for the address of the work; a picture
 * found on the web has a page, so its absence makes a credit incomplete. `if-supplied`: required when the owner gave one, which
 * only a person can know, so it is asked for. `courtesy`: good practice.
 */
type DutyLevel = 'required' | 'where-practicable' | 'if-supplied' | 'courtesy';

/** One thing a license asks of a credit in one medium. */
export type Duty = {
  readonly part: CreditPartName;
  readonly level: DutyLevel;
  /** `link`: a link behind the words is enough; `address`: the address itself has to be readable; `words`: text. */
  readonly form: 'words' | 'link' | 'address';
  /** Where the license says so, such as `§4(c)`; empty when it does not. */
  readonly clause: string;
};

/** The clause about attribution moves with the number of clauses before it, in 1.0 to 3.0 alike. */
const attributionClause: Readonly<Record<string, string>> = {
  by: '§4(b)',
  'by-nd': '§4(b)',
  'by-sa': '§4(c)',
  'by-nc': '§4(c)',
  'by-nc-nd': '§4(c)',
  'by-nd-nc': '§4(c)',
  'by-nc-sa': '§4(d)',
};

type Rule = readonly [part: CreditPartName, level: DutyLevel, clause: string];

/**
 * CC 1.0 §4: author and title "if supplied" by name, all notices kept, the license or its address with every copy (§4(a)). The
 * address of the work came with 2.0.
 */
const cc1 = (at: string): readonly Rule[] => [
  ['title', 'if-supplied', at],
  ['creator', 'required', at],
  ['source', 'courtesy', ''],
  ['license', 'required', '§4(a)'],
  ['address', 'required', '§4(a)'],
  ['copyrightNotice', 'if-supplied', at],
  ['changes', 'required', at],
];

/** CC 2.0 to 2.5: as 1.0, and the address the licensor names "to the extent reasonably practicable". */
const cc2 = (at: string): readonly Rule[] =>
  cc1(at).map((rule) => (rule[0] === 'source' ? ['source', 'where-practicable', at] : rule));

/** CC 3.0: as 2.0; adaptations must be identified as such (§3(b), where the license permits them). */
const cc3 = (at: string, mayAdapt: boolean): readonly Rule[] =>
  cc2(at).map((rule) => (rule[0] === 'changes' && mayAdapt ? ['changes', 'required', '§3(b)'] : rule));

/** CC 4.0 §3(a)(1): creator (A)(i), notice (A)(ii), address of the material (A)(v), changes (B), license (C). A title is encouraged only. */
const cc4: readonly Rule[] = [
  ['title', 'courtesy', ''],
  ['creator', 'required', '§3(a)(1)(A)(i)'],
  ['source', 'where-practicable', '§3(a)(1)(A)(v)'],
  ['license', 'required', '§3(a)(1)(C)'],
  ['address', 'required', '§3(a)(1)(C)'],
  ['copyrightNotice', 'if-supplied', '§3(a)(1)(A)(ii)'],
  ['changes', 'required', '§3(a)(1)(B)'],
];

const courtesy: readonly Rule[] = [
  ['title', 'courtesy', ''],
  ['creator', 'courtesy', ''],
  ['source', 'courtesy', ''],
  ['changes', 'courtesy', ''],
];

const fixedTables: Partial<Record<DutyTable, readonly Rule[]>> = {
  'cc-4': cc4,
  courtesy,
  // Retired licenses without "Attribution": §4(a) asks for the license address and for notices to stay.
  'cc-notice': [
    ['title', 'courtesy', ''],
    ['creator', 'courtesy', ''],
    ['source', 'courtesy', ''],
    ['license', 'required', '§4(a)'],
    ['address', 'required', '§4(a)'],
    ['copyrightNotice', 'if-supplied', '§4(a)'],
    ['changes', 'courtesy', ''],
  ],
  // GFDL 1.2 and 1.3: license text and notices with every copy (§2); authors and modifications (§4 B, D, H).
  gfdl: [
    ['title', 'courtesy', ''],
    ['creator', 'required', '§4(B)'],
    ['source', 'courtesy', ''],
    ['license', 'required', '§2'],
    ['address', 'required', '§2'],
    ['copyrightNotice', 'if-supplied', '§2'],
    ['changes', 'required', '§4'],
  ],
  // Free Art License 1.3 §2.2: the license or its address, the author's name, access to the original; §2.3: say what was changed.
  fal: [
    ['title', 'courtesy', ''],
    ['creator', 'required', '§2.2'],
    ['source', 'where-practicable', '§2.2'],
    ['license', 'required', '§2.2'],
    ['address', 'required', '§2.2'],
    ['copyrightNotice', 'if-supplied', ''],
    ['changes', 'required', '§2.3'],
  ],
  evidence: [...courtesy, ['evidence', 'required', ''], ['copyrightNotice', 'if-supplied', '']],
  'fair-use': [
    ['title', 'courtesy', ''],
    ['creator', 'required', ''],
    ['source', 'where-practicable', ''],
    ['copyrightNotice', 'if-supplied', ''],
    ['changes', 'courtesy', ''],
    ['evidence', 'required', ''],
  ],
  // A statement describes, it does not license: naming and linking it is what RightsStatements.org asks of those who show it.
  statement: [
    ...courtesy,
    ['license', 'required', ''],
    ['address', 'required', ''],
    ['copyrightNotice', 'if-supplied', ''],
  ],
};

const rulesOf = (license: License): readonly Rule[] => {
  const at = attributionClause[license.family] ?? '§4';
  switch (license.dutyTable) {
    case 'cc-1':
      return cc1(at);
    case 'cc-2':
      return cc2(at);
    case 'cc-3':
      return cc3(at, !license.forbids.derivatives);
    // The version is not known, so the strictest reading of all of them.
    case 'cc-unversioned':
      return cc2('');
    default:
      return fixedTables[license.dutyTable] ?? courtesy;
  }
};

const formOf = (part: CreditPartName, medium: CreditMedium): Duty['form'] => {
  if (part !== 'source' && part !== 'address') return 'words';
  return medium === 'screen' ? 'link' : 'address';
};

/**
 * What a license asks of the credit in a medium, in the order of a credit line. Sources: CC 1.0 to 3.0 §4 (attribution,
 * notices, address of the license), 3.0 §3(b), 4.0 §3(a)(1); GFDL §2 and §4; Free Art License §2.
 */
export const dutiesOf = (license: License, medium: CreditMedium): readonly Duty[] =>
  rulesOf(license).map(([part, level, clause]) => ({ part, level, form: formOf(part, medium), clause }));
