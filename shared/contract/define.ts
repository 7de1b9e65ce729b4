import type { z } from 'zod';

/** One call through the door: what goes in and what comes out, as schemas. */
export type Call<Kind extends 'query' | 'mutation', In extends z.ZodType, Out extends z.ZodType> = {
  readonly kind: Kind;
  readonly input: In;
  readonly output: Out;
};

/** Declares a call that changes nothing. */
export const query = <In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
): Call<'query', In, Out> => ({
  kind: 'query',
  input,
  output,
});

/** Declares a call that changes the library, the settings or the world outside. Its answer means "on the disk". */
export const mutation = <In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
): Call<'mutation', In, Out> => ({ kind: 'mutation', input, output });
