import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { problemOf, sendProblem } from './common/problem.filter.js';

/** A caller that sends or takes nothing for this long is cut off. */
export const PATIENCE_MS = 30_000;

const TOO_SLOW =
  'The request did not arrive within 30 seconds, so Rollcall stopped waiting for it. Check your connection and send it again.';

/** Options of Node's server: headers that trickle in. It looks for them this often. */
export function headerLimits(patienceMs: number): object {
  return { headersTimeout: patienceMs, connectionsCheckingInterval: Math.min(1_000, patienceMs / 4) };
}

/** Answers what Node gives up before there is a request: headers that are late, or that are none. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const isLong = error.code === 'HPE_HEADER_OVERFLOW';
  const [status, code, detail] = isLate
    ? ([408, 'REQUEST_TOO_SLOW', TOO_SLOW] as const)
    : isLong
      ? ([
          431,
          'HEADERS_TOO_LARGE',
          'The headers of this request are larger than 16 KiB. Send fewer or shorter ones.',
        ] as const)
      : ([
          400,
          'BAD_REQUEST',
          'This is not a request that HTTP/1.1 allows. Check the program that sent it.',
        ] as const);
  const body = JSON.stringify(problemOf(status, code, detail, randomUUID()));
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status]}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

const REASONS: Record<400 | 408 | 431, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

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
