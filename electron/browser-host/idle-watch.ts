export type IdleWatch = {
  /** A page began to listen to events. */
  readonly arrived: () => void;
  /** A page stopped listening. */
  readonly left: () => void;
  /** Something was asked for: a page that is just loading holds no event stream yet. */
  readonly touched: () => void;
  readonly stop: () => void;
};

type Options = {
  /** How long to wait for the first page, in milliseconds. */
  readonly firstPageTime: number;
  /** How long to wait after the last page has gone, in milliseconds; long enough for a reload. */
  readonly idleTime: number;
  readonly onIdle: () => void;
};

/** Tells, once, when nobody has a page open any more. */
export const watchIdle = ({ firstPageTime, idleTime, onIdle }: Options): IdleWatch => {
  let pages = 0;
  let seenOne = false;
  let timer: NodeJS.Timeout | null = null;
  const disarm = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const arm = () => {
    disarm();
    timer = setTimeout(onIdle, seenOne ? idleTime : firstPageTime);
  };
  arm();
  return {
    arrived: () => {
      pages += 1;
      seenOne = true;
      disarm();
    },
    left: () => {
      pages -= 1;
      if (pages === 0) arm();
    },
    touched: () => {
      if (timer !== null) arm();
    },
    stop: disarm,
  };
};
