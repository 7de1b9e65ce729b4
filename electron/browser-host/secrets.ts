import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes, fit for an address and a cookie. */
export const createSecret = (): string => randomBytes(32).toString('base64url');

/** Compares without telling by its time how much was right. */
export const isSecret = (secret: string, offered: string | null | undefined): boolean => {
  if (offered === null || offered === undefined) return false;
  const [right, given] = [Buffer.from(secret), Buffer.from(offered)];
  return right.length === given.length && timingSafeEqual(right, given);
};
