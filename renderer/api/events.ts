import { coreEventSchema, type CoreEvent } from '#shared/contract/events.ts';

/** What a follower of the core's events is told. */
export type EventListener = {
  readonly onEvent: (event: CoreEvent) => void;
  /** False while the stream is broken; a `hello` event follows each time it is back, to catch up by its `seq`. */
  readonly onConnection: (connected: boolean) => void;
};

/** Follows the core's events until the answer is called. */
export type Follow = (listener: EventListener) => () => void;

const eventNames = coreEventSchema.options.map((option) => option.shape.type.value);
const retryAfter = 1_500;

/**
 * Follows `/events`. The browser reconnects by itself after a broken stream, but gives up for good after a refusal
 * (a restarted core, a proxy's error page), so a closed source is opened again here.
 */
export const createFollow = (base = ''): Follow => {
  return ({ onEvent, onConnection }) => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;

    const hear = (message: MessageEvent<string>) => {
      const parsed = coreEventSchema.safeParse(JSON.parse(message.data));
      if (parsed.success) onEvent(parsed.data);
    };
    const open = () => {
      if (stopped) return;
      const opened = new EventSource(`${base}/events`);
      source = opened;
      opened.addEventListener('open', () => onConnection(true));
      opened.addEventListener('error', () => {
        onConnection(false);
        if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, retryAfter);
      });
      for (const name of eventNames) opened.addEventListener(name, hear);
    };

    open();
    return () => {
      stopped = true;
      clearTimeout(timer);
      source?.close();
    };
  };
};
