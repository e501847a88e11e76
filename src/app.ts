import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyBaseLogger, type FastifyRequest, LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { documentApi } from './openapi/api-document.js';
import { AppModule } from './app.module.js';
import { AllowedMethods } from './common/http/allowed-methods.js';
import { assertPlainJson } from './common/http/body-rules.js';
import { compressAnswers } from './common/http/compressed-answers.js';
import { readRefusedBodies } from './common/http/unread-bodies.js';
import { keepRawBody, readJsonBody } from './common/http/json-body.js';
import { NestLog } from './common/log.js';
import { refuseUnparsed } from './parser-errors.js';
import { refuseAddress } from './common/http/problem.filter.js';
import { assertAddress } from './common/http/request-address.js';
import type { Settings } from './config/settings.js';
import { Pools } from './database/pools/pools.js';
import { workAs } from './database/pools/work-limits.js';
import { measurePools, measureRequests } from './operations/metrics.js';
import { cutOffSlowClients, headerLimits, PATIENCE_MS } from './slow-clients.js';

/** Bodies of batches; uploads are streams and have a limit of their own. */
const BODY_BYTES = 4 * 1024 * 1024;
/** Node takes 16 KiB of headers, the address among them. */
const LONGEST_ADDRESS = 16 * 1024;
/** DESIGN section 12. */
export const UPLOAD_BYTES = 512 * 1024 * 1024;

/** Paths outside of `/api/v1`. */
const UNVERSIONED = ['health/live', 'health/ready', 'metrics'];

interface AppOptions {
  /** `false` leaves out the browser app, which is only there once it is built, and OpenAPI, which Jest cannot load. */
  pages?: boolean;
  /** Modules beside those of Rollcall. */
  others?: Type[];
  /** How long a caller may send or take nothing. */
  patienceMs?: number;
}

/** The application, wired and ready to listen. */
export async function createApp(
  settings: Settings,
  appUrl: string,
  log: Logger,
  { pages = true, others, patienceMs = PATIENCE_MS }: AppOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: log as unknown as FastifyBaseLogger,
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers['x-request-id']),
    bodyLimit: BODY_BYTES,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: 'loopback',
    // Longer than any address: each route refuses what it does not know, in its own words.
    routerOptions: { maxParamLength: LONGEST_ADDRESS },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseUnparsed,
    http: headerLimits(patienceMs),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, appUrl, others),
    adapter,
    {
      logger: new NestLog(log),
      abortOnError: false,
      bodyParser: false,
    },
  );
  readJsonOnly(app);
  prefixRoutes(app);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    limits: { fileSize: UPLOAD_BYTES + 1, files: 1, fields: 20, fieldSize: 256 * 1024, parts: 21 },
    // Whoever takes a file counts its bytes, and says which limit was passed.
    throwFileSizeLimit: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  const allowed = new AllowedMethods(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    assertAddress(request.url);
    if (!allowed.answer(request, reply)) done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const line = {
      requestId: request.id,
      method: request.method,
      path: loggedPath(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    log[reply.statusCode >= 500 ? 'error' : 'debug'](line, 'request');
    done();
  });
  // After the body is read, whose events come from outside: from here on everything is a part of the request.
  fastify.addHook('preValidation', (_request, { raw }, done) => workAs('request', done, () => endOf(raw)));
  await compressAnswers(app);
  measureRequests(fastify, app.get(Registry));
  measurePools(app.get(Pools), app.get(Registry));
  cutOffSlowClients(fastify, patienceMs);
  readRefusedBodies(fastify);
  if (pages) {
    documentApi(app);
    // Loaded here only: Jest cannot load what it stands on.
    const { serveWebApp } = await import('./web-app.js');
    await serveWebApp(app);
  }
  app.enableShutdownHooks([]);
  await app.init();
  await fastify.ready();
  return app;
}

/** Puts the version of the API before its routes. */
export function prefixRoutes(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: UNVERSIONED });
}

/** A caller's own id is taken over where it is harmless, so that both logs can be joined. */
function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
}

/** Bodies are JSON and, where a route takes one, a file: a form of another site is not even read. */
function readJsonOnly(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser(['text/plain', 'application/json']);
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_BYTES },
    async (request: FastifyRequest, body: Buffer) => {
      assertPlainJson(request);
      keepRawBody(request, body);
      return readJsonBody(body);
    },
  );
}

/** The path, but the route's pattern where the path itself is a secret. */
function loggedPath(request: FastifyRequest): string | undefined {
  const route = request.routeOptions.url;
  return route?.includes(':secret') ? route : request.url.split('?')[0];
}

/** A signal that is aborted when the answer has been sent, or when its caller has gone away. */
function endOf(answer: ServerResponse): AbortSignal {
  const ended = new AbortController();
  answer.once('close', () => ended.abort());
  // The caller may have left while the body was read.
  if (answer.destroyed) ended.abort();
  return ended.signal;
}
