import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, sendProblem } from './common/problem.filter.js';

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
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    watchAnswer(reply, patienceMs);
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

function watchAnswer({ raw }: FastifyReply, patienceMs: number): void {
  const { socket } = raw;
  if (!socket) return;
  // Node counts every byte that leaves as progress, also of one large piece.
  raw.setTimeout(patienceMs, () => {
    if (socket.writableLength > 0) socket.destroy();
    // Nothing is waiting to be taken: the answer is still being made.
    else socket.setTimeout(patienceMs);
  });
}
