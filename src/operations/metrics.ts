import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Pools } from '../database/pools/pools.js';

/** Counts and times every request by its route, not by its address: ids would make endless series. */
export function measureRequests(fastify: FastifyInstance, registry: Registry): void {
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.015, 0.03, 0.06, 0.2, 0.5, 1, 5, 30],
    registers: [registry],
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
}

/** Times every wait for a connection to the database, by pool: long ones come before refused requests. */
export function measurePools(pools: Pools, registry: Registry): void {
  const seconds = new Histogram({
    name: 'database_pool_wait_seconds',
    help: 'How long callers waited for a connection to the database, by pool',
    labelNames: ['pool'],
    buckets: [0.001, 0.01, 0.05, 0.2, 1, 5],
    registers: [registry],
  });
  pools.onWait((pool, waited) => seconds.observe({ pool }, waited));
  const longest = new Gauge({
    name: 'database_pool_longest_wait_seconds',
    help: 'The longest wait for a connection to the database since the process began, by pool',
    labelNames: ['pool'],
    registers: [registry],
    collect: () => {
      for (const [pool, waited] of pools.longestWaits) longest.set({ pool }, waited);
    },
  });
}
