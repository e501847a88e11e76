import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type Need, NEED } from './needs.decorator.js';

/** One route as it is declared in code. */
export interface DeclaredRoute {
  method: string;
  path: string;
  need: Need | undefined;
  handler: string;
}

/** Knows every route; refuses to start with one that does not say what it needs. */
@Injectable()
export class RouteNeeds implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.list().filter((route) => route.need === undefined);
    if (open.length > 0)
      throw new Error(
        `These routes do not declare what they need (@Needs): ${open.map((r) => r.handler).join(', ')}`,
      );
  }

  list(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prefix = Reflect.getMetadata(PATH_METADATA, metatype) as string;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (typeof handler !== 'function') return [];
        const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
        if (path === undefined) return [];
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
        const need = (Reflect.getMetadata(NEED, handler) ?? Reflect.getMetadata(NEED, metatype)) as
          Need | undefined;
        return [
          {
            method: RequestMethod[method] ?? 'ALL',
            path: `/${[prefix, path]
              .map((part) => part.replace(/^\/|\/$/g, ''))
              .filter(Boolean)
              .join('/')}`,
            need,
            handler: `${metatype.name}.${name}`,
          },
        ];
      });
    });
  }
}
