import { refusal } from '../refusal.ts';

const hasUnsafeKey = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasUnsafeKey));

/** A copy that nobody else holds, and exactly what reading the journal will give. Throws `invalid-input` for `__proto__`. */
export const ownCopy = <Value>(value: Value): Value => {
  const text = JSON.stringify(value);
  const copy = JSON.parse(text) as Value;
  if (!text.includes('__proto__') || !hasUnsafeKey(copy)) return copy;
  throw refusal('invalid-input', 'record-not-valid', { field: '__proto__' });
};
