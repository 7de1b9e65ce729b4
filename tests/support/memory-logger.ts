import type { Logger } from '#core/context.ts';

export type MemoryLogger = Logger & { readonly errors: { message: string; error: unknown }[] };

/** Keeps what was reported, so that a test can look. */
export const memoryLogger = (): MemoryLogger => {
  const errors: { message: string; error: unknown }[] = [];
  return {
    errors,
    info: () => undefined,
    error: (message, error) => void errors.push({ message, error }),
  };
};
