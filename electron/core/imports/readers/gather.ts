import type { Candidate, ReadWork } from '../reader.ts';
import type { RowRemark } from '../remark.ts';
import type { Found } from './found.ts';
import { createCandidateMaker } from './to-candidate.ts';

/** Turns records into candidates one after the other, and lets others work meanwhile. */
export const gather = async <T>(
  records: readonly T[],
  read: (record: T, index: number) => Found,
  { pace }: ReadWork,
): Promise<{ readonly candidates: Candidate[]; readonly problems: RowRemark[] }> => {
  const make = createCandidateMaker();
  const candidates: Candidate[] = [];
  const problems: RowRemark[] = [];
  for (const [index, record] of records.entries()) {
    if (index % 50 === 0) await pace(index, records.length);
    const { candidate, problem } = make(index + 1, read(record, index));
    if (candidate) candidates.push(candidate);
    else problems.push(problem);
  }
  return { candidates, problems };
};
