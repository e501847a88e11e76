import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalOfConstraint } from '../constraint-refusals.js';
import { isDatabaseAway, refusalOfLimit, sqlStateOf } from '../database-errors.js';
import { addressRefusal, badAddress } from './request-address.js';
import { type FieldError, Refusal, type RefusalKind } from '../refusal.js';

export const STATUS: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  no_such_method: 405,
  too_large: 413,
  unsupported: 415,
  precondition_required: 428,
  too_many: 429,
  unavailable: 503,
};

/** An error of the API, in the format of RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: FieldError[];
  requestId: string;
}

const SHORT_WAIT_SECONDS = 5;

/** What an HTTP status means where nothing of ours said it better. */
const CODE_OF_STATUS: Record<number, string> = {
  404: 'ROUTE_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  414: 'URL_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  503: 'NOT_READY',
};

/** What Fastify and Nest say of these is for programmers only. */
const DETAIL_OF_STATUS: Record<number, string> = {
  413: 'The request is too large. Up to 4 MiB are allowed. Send it in several requests.',
  415: 'This Content-Type is not accepted. Send application/json in UTF-8, or multipart/form-data where the route takes a file.',
};

/** Turns refusals, validation errors and constraint violations into `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const problem = this.describe(error, request.id);
    if (problem.status === 429 || problem.status === 503)
      void reply.header('retry-after', String(waitOf(error) ?? SHORT_WAIT_SECONDS));
    sendProblem(reply, problem);
  }

  private describe(error: unknown, requestId: string): Problem {
    const refusal =
      error instanceof Refusal ? error : (refusalOfConstraint(error) ?? refusalOfLimit(sqlStateOf(error)));
    if (refusal) {
      const status = refusal.code === 'IDEMPOTENCY_KEY_REUSED' ? 422 : STATUS[refusal.kind];
      return problemOf(status, refusal.code, refusal.message, requestId, refusal.errors);
    }
    if (error instanceof HttpException) return problemOfHttp(error, requestId);
    if (isFastifyError(error)) return problemOf(error.statusCode, error.code, error.message, requestId);
    if (isDatabaseAway(error)) {
      this.logger.warn({ err: error, requestId }, 'the database is away');
      return problemOf(
        503,
        'DATABASE_UNAVAILABLE',
        'Rollcall cannot reach its database. Try again in a few seconds.',
        requestId,
      );
    }
    this.logger.error({ err: error, requestId }, 'unexpected error');
    return problemOf(
      500,
      'INTERNAL',
      'Something went wrong in Rollcall. Try again. If it happens again, tell your Rollcall administrator the request id.',
      requestId,
    );
  }
}

/** Answers with a problem, as its media type wants it. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

export const TOO_LONG = 'This web address is too long. Use fewer filters.';

/** What Fastify refuses before any hook or filter of ours: an address that it cannot read. */
export function refuseAddress(
  error: { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const status = error.statusCode ?? 400;
  void reply.header('x-request-id', request.id);
  if (status === 414) return sendProblem(reply, problemOf(414, 'URL_TOO_LONG', TOO_LONG, request.id));
  const { code, message } = addressRefusal(request.url) ?? badAddress();
  sendProblem(reply, problemOf(status, code, message, request.id));
}

function waitOf(error: unknown): number | undefined {
  return error instanceof Refusal ? error.retryAfterSeconds : undefined;
}

/** An answer that says what was wrong. */
export function problemOf(
  status: number,
  code: string,
  detail: string,
  requestId: string,
  errors: FieldError[] = [],
): Problem {
  const title = code.toLowerCase().replaceAll('_', ' ');
  return { type: `urn:rollcall:problem:${code}`, title, status, code, detail, errors, requestId };
}

function problemOfHttp(error: HttpException, requestId: string): Problem {
  const code = CODE_OF_STATUS[error.getStatus()] ?? 'BAD_REQUEST';
  const detail = DETAIL_OF_STATUS[error.getStatus()] ?? error.message;
  return problemOf(error.getStatus(), code, detail, requestId);
}

function isFastifyError(error: unknown): error is Error & { statusCode: number; code: string } {
  return (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode >= 400 &&
    error.statusCode < 500 &&
    'code' in error &&
    typeof error.code === 'string'
  );
}
