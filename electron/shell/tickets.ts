import { randomBytes } from 'node:crypto';
import type { Destination } from '#core/context.ts';
import { ticketSchema, type Ticket } from '#shared/model/ids.ts';

/** Gives out opaque tickets for places that the user chose in a native dialog, and remembers what each stands for. */
export type Tickets = {
  readonly issue: (place: Destination) => Ticket;
  /** Null when the ticket was never given out here. */
  readonly place: (ticket: unknown) => Destination | null;
};

const remembered = 200;

/** Tickets live as long as the program; only the newest 200 are kept. */
export const createTickets = (): Tickets => {
  const places = new Map<string, Destination>();
  return {
    issue: (place) => {
      const ticket = ticketSchema.parse(randomBytes(24).toString('base64url'));
      places.set(ticket, place);
      const oldest = places.keys().next().value;
      if (places.size > remembered && oldest !== undefined) places.delete(oldest);
      return ticket;
    },
    place: (ticket) => (typeof ticket === 'string' ? (places.get(ticket) ?? null) : null),
  };
};
