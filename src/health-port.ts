import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { createServer, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import { headerLimits, PATIENCE_MS } from './slow-clients.js';

/** What this port answers. Everything else of the API stays on `PORT`. */
const PATHS = new Set(['/health/live', '/health/ready', '/metrics']);

/**
 * Answers health checks and metrics on a port of their own, as a worker has no other. It listens until the process
 * ends, so that a check gets an answer during a stop too: 503.
 * @returns its URL
 */
export async function listenForHealth(app: NestFastifyApplication, port: number, host: string): Promise<URL> {
  const fastify = app.getHttpAdapter().getInstance();
  const server = createServer(headerLimits(PATIENCE_MS), (request, answer) => {
    if (PATHS.has(request.url?.split('?')[0] ?? '')) fastify.routing(request, answer);
    else answer.writeHead(404).end(`${STATUS_CODES[404]}\n`);
  });
  server.listen(port, host).unref();
  await once(server, 'listening');
  const { address, family, port: taken } = server.address() as AddressInfo;
  return new URL(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
}
