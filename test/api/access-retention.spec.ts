import { AccessRetention } from '../../src/access/access-retention.js';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  district = await app.district();
});

afterAll(() => app.close());

async function keysOf(table: string, key: string): Promise<string[]> {
  const rows = await app.source.query<{ key: string }[]>(
    `SELECT convert_from(${key}, 'utf8') AS key FROM ${table} ORDER BY 1`,
  );
  return rows.map((row) => row.key);
}

describe('what passes through access', () => {
  it('is removed once nobody can use it again, however much of it there is, and not before', async () => {
    const { accountId } = district.admin.scope;
    await app.source.query(
      `INSERT INTO idempotency_keys (district_id, account_id, key, request_hash, created_at)
       SELECT $1::uuid, $2::uuid, 'old ' || n, ''::bytea, now() - interval '25 hours' FROM generate_series(1, 2500) n
       UNION ALL SELECT $1, $2, 'new', '', now() - interval '23 hours'`,
      [district.id, accountId],
    );
    await app.source.query(
      `INSERT INTO sessions (district_id, account_id, token_hash, expires_at, ended_at)
       VALUES ($1, $2, 'expired', now() - interval '1 minute', NULL),
              ($1, $2, 'ended', now() - interval '1 minute', now() - interval '1 hour'),
              ($1, $2, 'open', now() + interval '1 minute', NULL)`,
      [district.id, accountId],
    );
    await app.source.query(
      `INSERT INTO sign_in_failures (key, failures, last_failed_at)
       VALUES ('email forgiven', 3, now() - interval '61 minutes'), ('email waits', 3, now() - interval '59 minutes')`,
    );
    await app.source.query(
      `INSERT INTO setup_links (token_hash, expires_at, used_at)
       VALUES ('used', now() + interval '1 hour', now()), ('expired', now() - interval '1 minute', NULL),
              ('open', now() + interval '1 hour', NULL)`,
    );
    expect(await app.get(AccessRetention).removeSpent()).toEqual({
      idempotency_keys: 2500,
      sessions: 2,
      sign_in_failures: 1,
      setup_links: 2,
    });
    expect(await keysOf('idempotency_keys', `key::bytea`)).toEqual(['new']);
    expect(await keysOf('sessions', 'token_hash')).toEqual(['open']);
    expect(await keysOf('sign_in_failures', `key::bytea`)).toEqual(['email waits']);
    expect(await keysOf('setup_links', 'token_hash')).toEqual(['open']);
  });

  it('is removed once where two processes sweep at the same moment', async () => {
    await app.source.query(
      `INSERT INTO sign_in_failures (key, failures, last_failed_at)
       SELECT 'network ' || n, 1, now() - interval '1 day' FROM generate_series(1, 5000) n`,
    );
    const removed = await Promise.all([1, 2, 3].map(() => app.get(AccessRetention).removeSpent()));
    expect(removed.reduce((sum, tables) => sum + (tables['sign_in_failures'] ?? 0), 0)).toBe(5000);
  });
});
