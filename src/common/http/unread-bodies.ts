import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/** As much of a refused body as is read to its end: more costs more than a new connection. */
const MOST_READ_BYTES = 8 * 1024 * 1024;

/**
 * A route that refuses an upload leaves the rest of it unread, in the way of the next request on the connection. So
 * the rest of a short body is read and thrown away behind the answer, and after a long one the connection is closed.
 */
export function readRefusedBodies(fastify: FastifyInstance): void {
  fastify.addHook('onSend', ({ raw }, reply, _payload, done) => {
    if (!raw.complete && lengthOf(raw) > MOST_READ_BYTES) void reply.header('connection', 'close');
    else if (!raw.complete && lengthOf(raw) > 0) raw.unpipe().resume();
    done();
  });
}

/** Bytes of the body. The length of a body that comes in chunks is unknown, so it counts as endless. */
function lengthOf({ headers }: IncomingMessage): number {
  return headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Infinity;
}
