import type { Scored } from './scored.ts';
import type { Segment } from './segment.ts';

/** Documents of a segment, in no order, and what they are worth so far. */
export type Candidates = { readonly documents: Uint32Array; readonly scores: Float32Array };

// These walk through every candidate with each letter that is typed: small functions over flat arrays are what is fast.

/** Every document that was not removed. */
export const allCandidates = ({ alive }: Segment): Candidates => {
  const documents = new Uint32Array(alive.length);
  let count = 0;
  for (let document = 0; document < alive.length; document += 1) {
    documents[count] = document;
    count += alive[document] ?? 0;
  }
  return { documents: documents.subarray(0, count), scores: new Float32Array(count) };
};

/** Those that fulfill the first condition. */
export const candidatesOf = (scored: Scored, weight: number): Candidates => {
  const documents = scored.documents();
  const scores = new Float32Array(documents.length);
  for (let at = 0; at < documents.length; at += 1)
    scores[at] = (scored.scores[documents[at] ?? 0] ?? 0) * weight;
  return { documents, scores };
};

/** Those of them that fulfill one more condition, or, if it is `negated`, that do not. Uses the arrays of `candidates` again. */
export const narrow = (
  { documents, scores }: Candidates,
  scored: Scored,
  { weight, negated }: { readonly weight: number; readonly negated: boolean },
): Candidates => {
  let count = 0;
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0;
    const score = scored.scores[document] ?? 0;
    if ((score === 0) !== negated) continue;
    documents[count] = document;
    scores[count] = (scores[at] ?? 0) + score * weight;
    count += 1;
  }
  return { documents: documents.subarray(0, count), scores: scores.subarray(0, count) };
};
