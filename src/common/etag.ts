import { SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal } from './refusal.js';

/** A change came without saying which version it was made from. */
export class VersionRequired extends Refusal {
  readonly kind = 'precondition_required';
  readonly code = 'VERSION_REQUIRED';
  constructor() {
    super('Send If-Match with the ETag that you read, so that nobody else’s change is overwritten.');
  }
}

/** The row was changed since the caller read it. */
export class StaleVersion extends Refusal {
  readonly kind = 'stale';
  readonly code = 'STALE_VERSION';
  constructor(what: string, current: number) {
    super(
      `${what} was changed meanwhile and is now at version ${current}; read it again and repeat the change.`,
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

/** Sets the ETag of the row that is answered. */
export function tagged<T extends { version: number }>(reply: Pick<FastifyReply, 'header'>, row: T): T {
  void reply.header('etag', etagOf(row.version));
  return row;
}

export const IF_MATCH_OPTIONAL = 'rollcall:if-match-optional';

/** The route checks If-Match only where it is sent, because the first change has no version to name. */
export const IfMatchOptional = (): MethodDecorator => SetMetadata(IF_MATCH_OPTIONAL, true);
