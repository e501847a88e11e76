import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
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
    if (hasBody(request.raw)) watchBody(request, reply, patienceMs);
    done();
  });
  const answers = new AnswersUnderWay(patienceMs);
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    // Not the answer's own: an answer that follows another on the same connection has none yet.
    answers.watch(reply.raw, request.raw.socket);
    done();
  });
  fastify.addHook('onResponse', (_request, reply, done) => {
    answers.forget(reply.raw);
    done();
  });
}

/** Whether a body follows the headers. `complete` does not say so: here it is false for every request. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
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

/** Watches all answers under way with one timer. With a timer for each, a busy server would hold thousands of them. */
class AnswersUnderWay {
  private readonly answers = new Map<ServerResponse, { socket: Socket; before: string; quietMs: number }>();
  private readonly every: number;
  private watching: NodeJS.Timeout | undefined;

  constructor(private readonly patienceMs: number) {
    this.every = Math.min(1_000, patienceMs / 4);
  }

  watch(answer: ServerResponse, socket: Socket): void {
    this.answers.set(answer, { socket, before: '', quietMs: 0 });
    this.watching ??= setInterval(() => this.look(), this.every);
  }

  forget(answer: ServerResponse): void {
    this.answers.delete(answer);
  }

  private look(): void {
    for (const [answer, progress] of this.answers) {
      if (answer.writableFinished || answer.destroyed) {
        this.answers.delete(answer);
        continue;
      }
      const { socket } = progress;
      const now = leftToTake(socket);
      // Where nothing is left to take, the answer is still being made.
      progress.quietMs =
        now === progress.before && socket.writableLength > 0 ? progress.quietMs + this.every : 0;
      progress.before = now;
      if (progress.quietMs >= this.patienceMs) socket.destroy();
    }
    if (this.answers.size > 0) return;
    clearInterval(this.watching);
    this.watching = undefined;
  }
}

/**
 * Changes with every byte that leaves. `Socket.setTimeout` looks at the same figures, but compares them only when its
 * time is over, and so may take twice as long. The handle's own figure tells of the parts of one large piece.
 */
function leftToTake(socket: Socket): string {
  const { _handle: handle } = socket as { _handle?: { writeQueueSize?: number } | null };
  return [socket.bytesWritten, socket.writableLength, handle?.writeQueueSize].join();
}
