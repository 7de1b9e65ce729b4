import { coreEventSchema, type CoreEvent } from '#shared/contract/events.ts';

const toEvent = (block: string): CoreEvent | null => {
  const data = block
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => line.slice(6))
    .join('\n');
  return data === '' ? null : coreEventSchema.parse(JSON.parse(data));
};

/** Reads a stream of server-sent events, one checked event at a time. */
export async function* readEvents(response: Response): AsyncGenerator<CoreEvent, void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const event of blocks.map(toEvent)) if (event !== null) yield event;
  }
}

/** The first event that fits. */
export const nextEvent = async <Type extends CoreEvent['type']>(
  events: AsyncGenerator<CoreEvent, void>,
  type: Type,
): Promise<Extract<CoreEvent, { type: Type }>> => {
  for (;;) {
    const { value, done } = await events.next();
    if (done === true) throw new Error(`The stream ended before an event of type ${type}`);
    if (value.type === type) return value as Extract<CoreEvent, { type: Type }>;
  }
};
