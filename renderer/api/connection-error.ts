/** The core could not be reached, so nothing is known about what was asked. Trying again is safe for queries. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}
