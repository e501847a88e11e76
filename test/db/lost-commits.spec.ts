import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { CuttableLine } from '../support/cuttable-line.js';

let app: TestApp;
let district: TestDistrict;
let line: CuttableLine;
let owner: pg.Client;
/** The same application on a line that is cut. */
let cutOff: TestApp;

beforeAll(async () => {
  // A database of its own: every commit of a new vendor takes a second here.
  app = await testApp({ ROLE: 'api', DATABASE_POOL: '8' });
  district = await app.district();
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query(`
    CREATE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(1); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON vendors DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION slow_commit()`);
  line = new CuttableLine(new URL(app.database.appUrl));
  cutOff = await testApp({ ROLE: 'api' }, { ...app.database, appUrl: await line.open() });
});

afterAll(async () => {
  await cutOff.close();
  await line.cut();
  await owner.end();
  await app.close();
});

const post = (
  on: TestApp,
  name: string,
  headers: object = {},
): PromiseLike<{ status: number; body: { code: string } }> =>
  on.http
    .post('/api/v1/vendors')
    .set({ authorization: `Bearer ${district.admin.token}`, ...headers })
    .send({ name, roles: ['depot'] });

const names = async (): Promise<string[]> => {
  const { body } = await district.admin.get('/vendors').expect(200);
  return (body as { items: { name: string }[] }).items.map(({ name }) => name);
};

it.each([
  ['without a key', {}],
  ['with a key', { 'idempotency-key': 'once' }],
])(
  'a request whose commit was made while the line broke is not told to come again: %s',
  async (name, headers) => {
    const asked = Promise.resolve(post(cutOff, name, headers));
    // The statement is over, and the commit is under way.
    await sleep(600);
    await line.cut();
    const { status, body } = await asked;
    await sleep(1_000);
    expect(await names()).toContain(name);
    expect([status, body.code]).toEqual([409, 'ANSWER_LOST']);
    await line.open();
    await sleep(1_500);
  },
);

it('a request that was cut off before its commit is told to come again, and nothing is saved', async () => {
  await line.cut();
  const { status, body } = await post(cutOff, 'never');
  expect([status, body.code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
  expect(await names()).not.toContain('never');
});
