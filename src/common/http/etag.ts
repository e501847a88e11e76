import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Refusal } from '../refusal.js';

/** A request to change a row did not say which version of the row it was based on. */
export class VersionRequired extends Refusal {
  readonly kind = 'precondition_required';
  readonly code = 'VERSION_REQUIRED';
  constructor() {
    super('Send If-Match with the ETag that you read, so that you do not overwrite a newer change.');
  }
}

/** The row was changed since the caller read it. */
export class StaleVersion extends Refusal {
  readonly kind = 'stale';
  readonly code = 'STALE_VERSION';
  constructor(what: string, current: number) {
    super(
      `Somebody else changed this after you opened it. ${what} is now at version ${current}. Load it again, and then repeat your change.`,
    );
  }
}

/** The ETag of a row: its version, quoted. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version in an If-Match header.
 * @returns null for `*`, which matches any version that exists
 * @throws VersionRequired when there is none or it is not ours
 */
export function versionOf(ifMatch: string | undefined): number | null {
  if (ifMatch === '*') return null;
  const version = /^(?:W\/)?"(\d+)"$/.exec(ifMatch ?? '')?.[1];
  if (version === undefined) throw new VersionRequired();
  return Number(version);
}

/** What the decorators below leave in the metadata of a route, for the API's document. */
export const IF_MATCH = 'if-match';
export const IF_MATCH_IF_ANY = 'if-match, if any';
export const SENDS_ETAG = 'rollcall:sends-etag';

const ifMatch = createParamDecorator<typeof IF_MATCH | typeof IF_MATCH_IF_ANY>((kind, context) => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const value = headers['if-match'];
  return kind === IF_MATCH_IF_ANY && value === undefined ? null : versionOf(value);
});

/** The version that the caller changes, as If-Match names it: `number | null`, where null is any version. */
export const IfMatch = (): ParameterDecorator => ifMatch(IF_MATCH);

/** The same for rows that have no version before their first change. Without If-Match it is null, too. */
export const IfMatchIfAny = (): ParameterDecorator => ifMatch(IF_MATCH_IF_ANY);

@Injectable()
class EtagInterceptor<F extends string> implements NestInterceptor<Record<F, number>> {
  constructor(private readonly field: F) {}

  intercept(context: ExecutionContext, next: CallHandler<Record<F, number>>): Observable<Record<F, number>> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((row) => {
        void reply.header('etag', etagOf(row[this.field]));
        return row;
      }),
    );
  }
}

/** Sends the version of the row that the route answers with, or another field that counts its changes, as ETag. */
export const Etag = (field = 'version'): MethodDecorator =>
  applyDecorators(SetMetadata(SENDS_ETAG, true), UseInterceptors(new EtagInterceptor(field)));
