import type { DossierEntry } from '#core/rights/dossier-service.ts';

type EvidenceFile = NonNullable<DossierEntry['evidence'][number]['file']>;

/** Where a kept file lies in the dossier. Named by its hash: the name it came with is for people, never a path. */
export const dossierFile = ({ sha256, extension }: Pick<EvidenceFile, 'sha256' | 'extension'>): string =>
  `evidence/${sha256}.${extension}`;
