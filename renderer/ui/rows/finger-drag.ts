/** A finger that trembles does not drag: so many CSS pixels it may move before it does. */
const begin = 8;
/** So near to the edge of what scrolls, it scrolls, by so much a frame. */
const [edge, stepLength] = [56, 10];

type Point = { readonly x: number; readonly y: number };

const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });

const send = (type: string, target: Element, { x, y }: Point, dataTransfer: DataTransfer): DragEvent => {
  const place = { clientX: x, clientY: y, bubbles: true, cancelable: true, composed: true };
  const event = new DragEvent(type, { ...place, dataTransfer });
  target.dispatchEvent(event);
  return event;
};

/** What scrolls around an element, the nearest. */
const scrollerOf = (element: Element | null): Element | null => {
  for (let at = element; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY))
      return at;
  }
  return document.scrollingElement;
};

const scrollAt = ({ x, y }: Point): void => {
  const scroller = scrollerOf(document.elementFromPoint(x, y));
  if (!scroller) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  const [first, last] = [Math.max(0, top), Math.min(window.innerHeight, bottom)];
  if (y < first + edge) scroller.scrollTop -= stepLength;
  else if (y > last - edge) scroller.scrollTop += stepLength;
};

/** A copy of the badge that the list has just made for the pointer: it goes away, this one stays under the finger. */
const heldBadge = (): HTMLElement => {
  const badge = document.querySelector<HTMLElement>('[data-drag-badge]')?.cloneNode(true);
  const held = badge instanceof HTMLElement ? badge : document.createElement('div');
  held.dataset['held'] = '';
  return held;
};

/** A drag under way: the row, and the events that the lists know from the mouse. */
class FingerDrag {
  readonly #row: Element;
  readonly #transfer = new DataTransfer();
  readonly #badge: HTMLElement;
  #at: Point;
  #over: Element | null = null;
  #frame = 0;

  constructor(row: Element, at: Point) {
    this.#row = row;
    this.#at = at;
    send('dragstart', row, at, this.#transfer);
    this.#badge = heldBadge();
    document.body.append(this.#badge);
    this.move(at);
    this.#scroll();
  }

  move(at: Point): void {
    this.#at = at;
    this.#badge.style.transform = `translate(${at.x + 12}px, ${at.y - 48}px)`;
    const over = document.elementFromPoint(at.x, at.y);
    if (over !== this.#over && this.#over) send('dragleave', this.#over, at, this.#transfer);
    this.#over = over;
    if (over) send('dragover', over, at, this.#transfer);
  }

  end(isDropped: boolean): void {
    cancelAnimationFrame(this.#frame);
    this.#badge.remove();
    const over = this.#over;
    // A place that takes it says so by keeping the browser from refusing.
    const isTaken = over !== null && send('dragover', over, this.#at, this.#transfer).defaultPrevented;
    if (over && isDropped && isTaken) send('drop', over, this.#at, this.#transfer);
    else if (over) send('dragleave', over, this.#at, this.#transfer);
    send('dragend', this.#row.isConnected ? this.#row : document.body, this.#at, this.#transfer);
  }

  #scroll(): void {
    this.#frame = requestAnimationFrame(() => {
      scrollAt(this.#at);
      this.#scroll();
    });
  }
}

type Held = { readonly id: number; readonly row: Element; readonly from: Point };

const rowHeldBy = ({ target }: PointerEvent): Element | null => {
  const grip = target instanceof Element ? target.closest('[data-do="move"]') : null;
  return grip?.closest('[data-key][draggable="true"]') ?? null;
};

/**
 * Lets rows be dragged with a finger by their grip. Browsers drag only with a mouse (or after a long press, which opens
 * the menu here): the lists are sent the same events as by one, so that everything a mouse can do, a finger can, too. A
 * tap on the grip stays a tap. Answers "stop".
 */
export const followFingers = (): (() => void) => {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  let held: Held | null = null;
  let drag: FingerDrag | null = null;
  const end = (isDropped: boolean) => {
    drag?.end(isDropped);
    [held, drag] = [null, null];
  };
  const isOther = (event: PointerEvent): boolean => event.pointerId !== held?.id;

  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch' || held) return;
      const row = rowHeldBy(event);
      if (row) held = { id: event.pointerId, row, from: pointOf(event) };
    },
    options,
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!held || isOther(event)) return;
      const at = pointOf(event);
      const isFar = Math.hypot(at.x - held.from.x, at.y - held.from.y) >= begin;
      if (!drag && isFar) drag = new FingerDrag(held.row, held.from);
      drag?.move(at);
    },
    options,
  );
  window.addEventListener('pointerup', (event) => isOther(event) || end(true), options);
  window.addEventListener('pointercancel', (event) => isOther(event) || end(false), options);
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), options);
  return () => {
    end(false);
    stop.abort();
  };
};
