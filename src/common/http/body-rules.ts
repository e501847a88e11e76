import { type CanActivate, type ExecutionContext, Injectable, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { InvalidInput, Refusal } from '../refusal.js';

/** Of Nest's `RouteParamtypes`. */
const BODY = 3;

/** The body is in another form than the route reads. */
export class UnsupportedBody extends Refusal {
  readonly kind = 'unsupported';
  readonly code = 'UNSUPPORTED_MEDIA_TYPE';
  constructor(what: string) {
    super(`${what} Send the body as application/json in UTF-8, without a Content-Encoding.`);
  }
}

/** @throws UnsupportedBody for JSON that is compressed, or in another encoding than UTF-8 */
export function assertPlainJson({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity')
    throw new UnsupportedBody(`A body with Content-Encoding ${encoding} is not accepted.`);
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/i.test(charset))
    throw new UnsupportedBody(`JSON in the encoding ${charset} is not accepted.`);
}

/**
 * What holds for the bodies of all routes. A route that takes a JSON object takes no form, and a change must say what
 * it changes: an answer of 200 to an empty one would let a client believe that it was understood.
 */
@Injectable()
export class BodyRules implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method !== 'GET' && takesBody(context.getClass(), context.getHandler().name))
      assertBody(request);
    return true;
  }
}

function takesBody(controller: Type, method: string): boolean {
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as object;
  return Object.keys(declared).some((key) => Number(key.split(':')[0]) === BODY);
}

function assertBody(request: FastifyRequest): void {
  const { method, body } = request;
  if (request.isMultipart()) throw new UnsupportedBody('This route does not take a form.');
  if (body === undefined && (method === 'PATCH' || method === 'PUT'))
    throw new InvalidInput(
      'The request has no body. Send a JSON object with Content-Type: application/json.',
      [],
      'NO_BODY',
    );
  if (method === 'PATCH' && Object.keys(body as object).length === 0)
    throw new InvalidInput(
      'The body is empty, so there is nothing to change. Send the fields that you want to change.',
      [],
      'NOTHING_TO_CHANGE',
    );
}
