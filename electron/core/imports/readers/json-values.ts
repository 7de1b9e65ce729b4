/** An object of a JSON text, nothing known about its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object and no list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts of a value: itself, or those of a list; figures and yes/no as they are written. */
export const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return Array.isArray(value)
    ? value.flatMap((one: unknown) => (Array.isArray(one) ? [] : textsOf(one)))
    : [];
};

/** The first text of a value, or an empty one. */
export const textOfValue = (value: unknown): string => textsOf(value)[0]?.trim() ?? '';

/** A value as a list: a list as it is, nothing as an empty one, anything else as its only member. */
export const toList = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];

/** A value in words: its texts a line each; what is built of objects as JSON. */
export const wordsOf = (value: unknown): string => {
  const isBuilt = isObject(value) || (Array.isArray(value) && value.some((one) => typeof one === 'object'));
  return isBuilt ? JSON.stringify(value) : textsOf(value).join('\n');
};
