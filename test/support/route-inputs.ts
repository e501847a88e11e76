import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import type { Test } from 'supertest';
import type { TestApp } from './app.js';
import type { Place } from './district-world.js';
import type { RouteRow } from './route-row.js';

/** Of Nest's `RouteParamtypes`. */
const BODY = 3;
const QUERY = 4;

/** What a route takes, by the classes that its method is declared with. */
export interface RouteInput {
  /** As in the table of routes. */
  name: string;
  body?: Type;
  query?: Type;
}

export interface InputField {
  name: string;
  isList: boolean;
  /** Whether null empties it. */
  takesNull: boolean;
  /** Names of its checks. */
  rules: string[];
  nested?: Type;
}

export function routeInputs(app: TestApp): RouteInput[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prefix = Reflect.getMetadata(PATH_METADATA, metatype) as string;
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        const path = handler && (Reflect.getMetadata(PATH_METADATA, handler) as string | undefined);
        if (!handler || path === undefined) return [];
        const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
        const whole = [prefix, path].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean);
        const types = Reflect.getMetadata('design:paramtypes', prototype, method) as Type[];
        const args = Object.keys(
          (Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, method) ?? {}) as object,
        ).map((key) => key.split(':').map(Number));
        const typeOf = (kind: number): Type | undefined => {
          const type = types[args.find(([is]) => is === kind)?.[1] ?? -1];
          return type && fieldsOf(type).length > 0 ? type : undefined;
        };
        const [body, query] = [typeOf(BODY), typeOf(QUERY)];
        return [{ name: `${verb} /${whole.join('/')}`, ...(body && { body }), ...(query && { query }) }];
      });
    });
}

/** The fields of a class of input, as its validators know them. */
export function fieldsOf(type: Type): InputField[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].map((name) => {
    const own = rules.filter(({ propertyName }) => propertyName === name);
    const nested = defaultMetadataStorage.findTypeMetadata(type, name)?.typeFunction() as Type | undefined;
    return {
      name,
      isList: own.some(({ each, name: rule }) => each || rule === 'isArray'),
      takesNull: own.some(
        (rule) =>
          rule.type === 'conditionalValidation' &&
          !(rule.constraints[0] as (object: object, value: unknown) => boolean)({ [name]: null }, null),
      ),
      rules: own.map((rule) => rule.name ?? rule.type),
      ...(nested && fieldsOf(nested).length > 0 ? { nested } : {}),
    };
  });
}

/** The body of the valid call that the table of routes makes; undefined where it sends none, or a file. */
export function validBody(route: RouteRow, place: Place): Record<string, unknown> | undefined {
  let body: unknown;
  const test = new Proxy(
    {},
    {
      get: (_, name) => (given: unknown) => {
        if (name === 'send') body = given;
        return test;
      },
    },
  ) as Test;
  route.send?.(test, place);
  return body as Record<string, unknown> | undefined;
}
