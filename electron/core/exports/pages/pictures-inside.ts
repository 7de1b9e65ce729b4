import type { RenderFile } from '../exporter.ts';
import { inParallel } from '../writers/in-parallel.ts';
import type { Derivative } from './derivative.ts';

/** Pictures that are made at the same time, as for a site. */
const atOnce = 8;

/**
 * Renders something twice: once to learn which pictures it shows, and then with their addresses. Several pictures are looked for
 * at the same time; when one fails, or the work is stopped, those that were begun are waited for.
 */
export const withPictures = async <Result>(
  render: (address: (derivative: Derivative) => string) => Result,
  find: (derivative: Derivative) => Promise<string>,
): Promise<Result> => {
  const key = ({ image, width, format }: Derivative) => `${image.id}/${width}/${format}`;
  const wanted = new Map<string, Derivative>();
  render((derivative) => {
    wanted.set(key(derivative), derivative);
    return '';
  });
  const addresses = new Map<string, string>();
  const parallel = inParallel(atOnce);
  try {
    for (const [name, derivative] of wanted)
      await parallel.start(async () => void addresses.set(name, await find(derivative)));
    await parallel.finish();
  } catch (error) {
    await parallel.settle();
    throw error;
  }
  return render((derivative) => addresses.get(key(derivative)) ?? '');
};

/** A picture as an address that holds it. */
export const dataAddress =
  (render: RenderFile) =>
  async (derivative: Derivative): Promise<string> => {
    const bytes = await render({ path: '', kind: 'derivative', derivative });
    return `data:image/${derivative.format};base64,${Buffer.from(bytes).toString('base64')}`;
  };
