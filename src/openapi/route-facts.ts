import { ParseEnumPipe, ParseUUIDPipe, RequestMethod, type Type } from '@nestjs/common';
import {
  HEADERS_METADATA,
  METHOD_METADATA,
  PARAMTYPES_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { REPEATABLE } from '../access/routes/idempotency.interceptor.js';
import { LIST_FILE } from '../access/routes/list-file.js';
import { type Need, NEED } from '../access/routes/needs.decorator.js';
import { IF_MATCH, IF_MATCH_IF_ANY, SENDS_ETAG } from '../common/http/etag.js';
import { NEVER_ANSWERS } from '../common/http/never-answers.js';
import { EXPORT_FORMATS, EXPORT_TYPE } from '../common/documents/table-export.js';
import { type RequestClass, UUID } from './request-rules.js';
import type { Schema } from './schema.js';

/** What the decorators of a route and its types at run time say. */
export interface RouteFacts {
  method: string;
  need: Need | undefined;
  query?: RequestClass;
  body?: RequestClass;
  takesIfMatch: boolean;
  needsIfMatch: boolean;
  /** The answer carries the version of what is answered. */
  sendsEtag: boolean;
  /** Sent again with the same Idempotency-Key, it does nothing twice. */
  takesIdempotencyKey: boolean;
  /** What it saves may be saved although the answer says that the database was too busy. */
  mayLoseAnswer: boolean;
  /** A list that also comes as a file. */
  isListFile: boolean;
  /** By name: what each parameter in the path may be. */
  path: Record<string, Schema>;
  /** Media types of the answer, where it is not JSON. */
  mediaTypes: string[];
  neverAnswers: number[];
}

/** Where `@ApiProduces` keeps its media types. */
const API_PRODUCES = 'swagger/apiProduces';

/** Where `@ApiParam` keeps what it says of parameters. */
const API_PARAMETERS = 'swagger/apiParameters';

/** Media types of a list as a file. */
export const FILE_TYPES = EXPORT_FORMATS.map((format) => bare(EXPORT_TYPE[format]));

interface Argument {
  index: number;
  data?: string;
  pipes: unknown[];
}

export function routeFacts(controller: Type, name: string): RouteFacts {
  const handler = (controller.prototype as Record<string, object>)[name];
  if (!handler) throw new Error(`${controller.name} has no method ${name}.`);
  const types = Reflect.getMetadata(PARAMTYPES_METADATA, controller.prototype, name) as RequestClass[];
  const taken = argumentsOf(controller, name);
  const whole = (kind: RouteParamtypes): RequestClass | undefined => {
    const argument = taken.find((one) => one.kind === kind && one.data === undefined);
    return argument && types[argument.index];
  };
  const need = metadata<Need>(NEED, handler) ?? metadata<Need>(NEED, controller);
  const method = RequestMethod[metadata<number>(METHOD_METADATA, handler) ?? 0] ?? '';
  const isRepeatable = metadata<true>(REPEATABLE, handler) ?? false;
  const path = taken.filter(({ kind }) => kind === RouteParamtypes.PARAM);
  const ifMatch = taken.find(({ data }) => data === IF_MATCH || data === IF_MATCH_IF_ANY);
  const query = whole(RouteParamtypes.QUERY);
  const body = whole(RouteParamtypes.BODY);
  return {
    method,
    need,
    ...(query ? { query } : {}),
    ...(body ? { body } : {}),
    takesIfMatch: ifMatch !== undefined,
    needsIfMatch: ifMatch?.data === IF_MATCH,
    sendsEtag: metadata<true>(SENDS_ETAG, handler) ?? false,
    takesIdempotencyKey: method === 'POST' && need !== 'public' && !isRepeatable,
    mayLoseAnswer: method !== 'GET' && !isRepeatable,
    isListFile: metadata<object>(LIST_FILE, handler) !== undefined,
    path: Object.fromEntries(
      path.map((argument) => [argument.data ?? '', said(handler, argument) ?? pathSchema(argument)]),
    ),
    mediaTypes: mediaTypesOf(handler, path),
    neverAnswers: metadata<number[]>(NEVER_ANSWERS, handler) ?? [],
  };
}

function metadata<T>(key: string, target: object): T | undefined {
  return Reflect.getMetadata(key, target) as T | undefined;
}

function argumentsOf(controller: Type, name: string): (Argument & { kind: RouteParamtypes })[] {
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    Argument
  >;
  return Object.entries(declared).map(([key, argument]) => ({
    ...argument,
    kind: Number(key.split(':')[0]),
  }));
}

function isFormat({ data, pipes }: Argument): boolean {
  return data === 'format' && pipes.some((pipe) => pipe instanceof ParseEnumPipe);
}

/** What `@ApiParam` says of a parameter. */
function said(handler: object, { data }: Argument): Schema | undefined {
  const parameters = metadata<{ name: string; schema?: Schema }[]>(API_PARAMETERS, handler) ?? [];
  const schema = parameters.find(({ name }) => name === data)?.schema;
  // The order of a union in the compiler depends on what else it has read before.
  const choices = schema?.['enum'] as string[] | undefined;
  return choices ? { ...schema, enum: choices.toSorted() } : schema;
}

function pathSchema(argument: Argument): Schema {
  if (argument.pipes.includes(ParseUUIDPipe)) return UUID;
  if (isFormat(argument)) return { type: 'string', enum: [...EXPORT_FORMATS] };
  return { type: 'string', minLength: 1 };
}

/** Of a file: what `@ApiProduces` or a header on the handler says, or the formats that its path may ask for. */
function mediaTypesOf(handler: object, path: Argument[]): string[] {
  if (path.some(isFormat)) return FILE_TYPES;
  const produced = metadata<string[]>(API_PRODUCES, handler);
  if (produced) return produced;
  const headers = metadata<{ name: string; value: string }[]>(HEADERS_METADATA, handler) ?? [];
  return headers.flatMap(({ name, value }) => (name === 'content-type' ? [bare(value)] : []));
}

function bare(mediaType: string): string {
  return mediaType.split(';')[0] ?? mediaType;
}
