import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { problemOf, sendProblem } from './common/http/problem.filter.js';

/** A caller that sends or takes nothing for this long is cut off. */
export const PATIENCE_MS = 30_000;

export const TOO_SLOW =
  'The request did not arrive within 30 seconds, so Rollcall stopped waiting for it. Check your connection and send it again.';

/** Options of Node's server: headers that trickle in. It looks for them this often. */
export function headerLimits(patienceMs: number): object {
  return { headersTimeout: patienceMs, connectionsCheckingInterval: Math.min(1_000, patienceMs / 4) };
}

/**
 * Cuts off callers that hold up a request: a JSON body has `patienceMs` to arrive whole, a file is welcome as long as
 * it comes on, and an answer as long as it is taken. The stream behind an answer that is cut off ends at once, and
 * gives its database connection back.
 */
export function cutOffSlowClients(fastify: FastifyInstance, patienceMs: number): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.raw.complete) watchBody(request, reply, patienceMs);
    done();
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    // Not the answer's own: an answer that follows another on the same connection has none yet.
    watchAnswer(reply, request.raw.socket, patienceMs);
    done();
  });
}

function watchBody(request: FastifyRequest, reply: FastifyReply, patienceMs: number): void {
  const { raw } = request;
  const { socket } = raw;
  const isFile = request.headers['content-type']?.startsWith('multipart/') ?? false;
  let received = socket.bytesRead;
  let since = Date.now();
  const watching = setInterval(
    () => {
      if (raw.complete || raw.destroyed || reply.sent) {
        clearInterval(watching);
        return;
      }
      // What has arrived and waits to be read is no fault of the caller.
      const comesOn = isFile && (socket.bytesRead > received || raw.readableLength > 0);
      received = socket.bytesRead;
      if (comesOn) since = Date.now();
      if (Date.now() - since < patienceMs) return;
      clearInterval(watching);
      refuseBody(request, reply);
    },
    Math.min(1_000, patienceMs / 4),
  );
  raw.once('close', () => clearInterval(watching));
}

/** Says why, and closes the connection: the rest of the body may still be on its way. */
function refuseBody(request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('connection', 'close');
  reply.raw.once('finish', () => request.raw.socket.destroySoon());
  sendProblem(reply, problemOf(408, 'REQUEST_TOO_SLOW', TOO_SLOW, request.id));
}

function watchAnswer({ raw }: FastifyReply, socket: Socket, patienceMs: number): void {
  const every = Math.min(1_000, patienceMs / 4);
  let before = '';
  let quietMs = 0;
  const watching = setInterval(() => {
    if (raw.writableFinished || raw.destroyed) {
      clearInterval(watching);
      return;
    }
    const now = leftToTake(socket);
    // Where nothing is left to take, the answer is still being made.
    quietMs = now === before && socket.writableLength > 0 ? quietMs + every : 0;
    before = now;
    if (quietMs >= patienceMs) socket.destroy();
  }, every);
}

/**
 * Changes with every byte that leaves. `Socket.setTimeout` looks at the same figures, but compares them only when its
 * time is over, and so may take twice as long. The handle's own figure tells of the parts of one large piece.
 */
function leftToTake(socket: Socket): string {
  const { _handle: handle } = socket as { _handle?: { writeQueueSize?: number } | null };
  return [socket.bytesWritten, socket.writableLength, handle?.writeQueueSize].join();
}
