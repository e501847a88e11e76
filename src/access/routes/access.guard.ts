import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { NeedMissing, NotSignedIn } from '../access.errors.js';
import { type Need, NEED, type ScopedRequest } from './needs.decorator.js';
import { PrincipalsService } from '../principals.service.js';
import { may, type Scope } from '../scope.js';

/** The session cookie; HttpOnly and SameSite=Strict, so no other site can use it. */
export const SESSION_COOKIE = 'rollcall_session';

/** Denies by default: what a route needs is declared on it, and checked here before anything else. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: PrincipalsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const need = this.reflector.getAllAndOverride<Need | undefined>(NEED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (need === 'public') return true;
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    const scope = await this.identify(request);
    if (!scope) throw new NotSignedIn();
    if (!need) throw new NeedMissing('a route that declares no need');
    if (need !== 'signed-in' && !may(scope, need)) throw new NeedMissing(need);
    request.scope = scope;
    return true;
  }

  private async identify(request: ScopedRequest): Promise<Scope | undefined> {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.principals.byToken(bearer);
    const cookie = request.cookies?.[SESSION_COOKIE];
    return cookie ? this.principals.bySession(cookie) : undefined;
  }
}
