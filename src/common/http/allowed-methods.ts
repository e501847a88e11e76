import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';

/** The address is known, and this method is not one of its own; the `Allow` header names those. */
export class MethodNotAllowed extends Refusal {
  readonly kind = 'no_such_method';
  readonly code = 'METHOD_NOT_ALLOWED';
  constructor(method: string, allowed: string) {
    super(`This address does not take ${method}. It takes ${allowed}.`);
  }
}

/** Which methods each address has. It must be made before the routes are. */
export class AllowedMethods {
  private readonly patterns = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ url, method }) => {
      // What takes every address is the browser app, and says nothing about any.
      if (url.includes('*')) return;
      const known = this.patterns.get(url) ?? { pattern: patternOf(url), methods: new Set(['OPTIONS']) };
      for (const one of [method].flat()) known.methods.add(one);
      this.patterns.set(url, known);
    });
  }

  /**
   * For a request that no route takes: answers OPTIONS, and refuses another method than those of the address.
   * @returns whether it has answered
   * @throws MethodNotAllowed
   */
  answer(request: FastifyRequest, reply: FastifyReply): boolean {
    const { url } = request.routeOptions;
    const path = request.url.split('?')[0] ?? '';
    // `PATCH /devices/lookup` would reach `PATCH /devices/:id`, but the address is another one.
    const isAnotherAddress = this.patterns.has(path) && url !== path;
    const isRouted = !request.is404 && !url?.includes('*') && !isAnotherAddress;
    const methods = isRouted ? [] : this.of(path);
    if (methods.length === 0 || methods.includes(request.method) !== (request.method === 'OPTIONS'))
      return false;
    const allowed = methods.join(', ');
    void reply.header('allow', allowed);
    if (request.method !== 'OPTIONS') throw new MethodNotAllowed(request.method, allowed);
    void reply.status(204).send();
    return true;
  }

  private of(path: string): string[] {
    const exact = this.patterns.get(path);
    const known = exact ? [exact] : [...this.patterns.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(known.flatMap(({ methods }) => [...methods]))].toSorted();
  }
}

function patternOf(url: string): RegExp {
  const parts = url
    .split(/(:\w+)/)
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('')}$`);
}
