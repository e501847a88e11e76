import Fastify from 'fastify';
import pg from 'pg';
import { LOOK_UP } from './floor.sql.js';

/**
 * The floor of a look-up over HTTP: a bare Fastify route around one prepared statement. Frozen: nothing that
 * Rollcall does for its users is done here.
 */
const district = process.env['BENCH_DISTRICT'];
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = Fastify();

server.get<{ Querystring: { code: string } }>('/lookup', async (request) => {
  const { rows } = await pool.query({
    name: 'lookup',
    text: LOOK_UP,
    values: [district, request.query.code],
  });
  return { items: rows as unknown[] };
});

process.on('SIGTERM', () => {
  void server.close().then(() => process.exit(0));
});

const url = await server.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${JSON.stringify({ url })}\n`);
