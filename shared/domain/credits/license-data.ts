import cc from '#assets/licenses/cc.json' with { type: 'json' };
import other from '#assets/licenses/other.json' with { type: 'json' };
import statements from '#assets/licenses/statements.json' with { type: 'json' };

/** An entry of `assets/licenses/other.json`; what is absent is false, null or empty. */
export type OtherEntry = {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly shortName: string;
  readonly address?: string;
  readonly alsoAt?: readonly string[];
  readonly version?: string;
  readonly spdx?: string;
  readonly duties?: string;
  readonly shareAlike?: boolean;
  readonly permissionNeeded?: boolean;
  readonly blocksPublishing?: boolean;
  readonly offered?: boolean;
  readonly versionless?: boolean;
  readonly words?: string;
};

/** An entry of `assets/licenses/statements.json`. */
export type StatementEntry = {
  readonly code: string;
  readonly name: string;
  readonly permissionNeeded?: boolean;
  readonly noCommercial?: boolean;
  readonly terms?: string;
};

/** A retired license of Creative Commons. `editions`: `1.0 1.0-nl`, or `-` for one that has no version. */
export type RetiredEntry = { readonly name: string; readonly editions: string; readonly spdx?: string };

/** An element of a Creative Commons license. */
export type LicenseElement = 'by' | 'nc' | 'nd' | 'sa';

/** Creative Commons' licenses as families, versions and ports. */
export const ccData: {
  readonly families: Readonly<Record<string, string>>;
  /** What titles of licenses call each element, in several languages; a space may be a hyphen or absent. */
  readonly elementNames: Readonly<Record<LicenseElement, readonly string[]>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly ports: Readonly<Record<string, string>>;
  readonly spdxPorts: string;
  readonly retired: Readonly<Record<string, RetiredEntry>>;
  readonly jurisdictions: Readonly<Record<string, string>>;
  /** Second names of ports: their own, or shorter ones. */
  readonly otherNames: Readonly<Record<string, string>>;
} = cc;

/** The twelve rights statements; `{code}` in the address stands for theirs. */
export const statementData: { readonly address: string; readonly statements: readonly StatementEntry[] } =
  statements;

/** Everything that is neither. */
export const otherData: readonly OtherEntry[] = other;
