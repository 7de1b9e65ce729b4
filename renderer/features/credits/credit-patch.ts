import type { Credit } from '#shared/model/credit.ts';

/** Fields of a credit to set, and where their values came from if nobody typed them. */
export type CreditPatch = Partial<Credit>;
