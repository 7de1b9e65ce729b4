import type { RenderFile } from '../exporter.ts';
import type { Derivative } from './derivative.ts';

/** Renders something twice: once to learn which pictures it shows, and then with their addresses. */
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
  for (const [name, derivative] of wanted) addresses.set(name, await find(derivative));
  return render((derivative) => addresses.get(key(derivative)) ?? '');
};

/** A picture as an address that holds it. */
export const dataAddress =
  (render: RenderFile) =>
  async (derivative: Derivative): Promise<string> => {
    const bytes = await render({ path: '', kind: 'derivative', derivative });
    return `data:image/${derivative.format};base64,${Buffer.from(bytes).toString('base64')}`;
  };
