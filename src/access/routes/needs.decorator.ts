import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Permission, Scope } from '../scope.js';

/** `public` for anybody, `signed-in` for any account, else a permission. */
export type Need = 'public' | 'signed-in' | Permission;

export const NEED = 'rollcall:need';

/** Declares what a route needs. A route without it stops the start. */
export const Needs = (need: Need): ClassDecorator & MethodDecorator => SetMetadata(NEED, need);

/** A request after the guard let it in. */
export type ScopedRequest = FastifyRequest & { scope?: Scope };

/** The caller's scope; only on routes that are not public. */
export const CurrentScope = createParamDecorator((_: unknown, context: ExecutionContext): Scope => {
  const { scope } = context.switchToHttp().getRequest<ScopedRequest>();
  if (!scope) throw new Error('CurrentScope is used on a route that anybody may call');
  return scope;
});
