import { performance } from 'node:perf_hooks';
import type { Test } from 'supertest';
import type { TimeEntryDetail } from '../../src/allocation/time/time-entries.queries.js';
import { technicianAt, visitOf } from '../support/allocation-routes.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';

/** Connections to the database, as many as a new Rollcall has. */
const POOL = 10;
/** Longest that anybody should wait for an answer here. A server that is stuck never gives one. */
const PATIENCE_MS = 20_000;

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api', DATABASE_POOL: String(POOL) });
  district = await app.district();
  await district.admin.post('/sites').send({ code: 'A1', name: 'Site A1', type: 'high' }).expect(201);
});

// A server that is stuck would not close either.
afterAll(() => Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())]));

/** The statuses of the answers; an answer that does not come in time is an error. */
async function statusesOf(tests: Test[]): Promise<number[]> {
  const answers = await Promise.all(tests.map((test) => test.timeout(PATIENCE_MS)));
  return answers.map(({ status }) => status).toSorted();
}

async function add(path: string, body: object): Promise<string> {
  return (
    (await district.admin.post(path).send(body).timeout(PATIENCE_MS).expect(201)).body as { id: string }
  ).id;
}

const technicians = (many: number): Promise<string[]> =>
  Promise.all(Array.from({ length: many }, () => add('/technicians', technicianAt('A1'))));

/** The server answers what needs the database, and says that it is ready. */
async function expectAnswers(): Promise<void> {
  const since = performance.now();
  await app.http.get('/health/ready').timeout(PATIENCE_MS).expect(200);
  await district.admin.get('/time-entries').timeout(PATIENCE_MS).expect(200);
  expect(performance.now() - since).toBeLessThan(5_000);
}

describe('more requests at once than there are connections to the database', () => {
  it.each([30, 60])(
    'record the time of %d technicians, each with an answer',
    async (many) => {
      const ids = await technicians(many);
      const recorded = ids.map((id) => district.admin.post('/time-entries').send(visitOf(id, 'A1')));
      expect(await statusesOf(recorded)).toEqual(Array(many).fill(201));
      await expectAnswers();
    },
    60_000,
  );

  it.each([11, 40])(
    'correct an entry by its own technician: one of %d wins, and the others are told to read it again',
    async (many) => {
      const user = await app.user(district, 'technician', { sites: ['A1'] });
      await add('/technicians', { ...technicianAt('A1'), accountId: user.scope.accountId });
      const body = { ...visitOf('', 'A1'), technicianId: undefined };
      const made = await user.post('/time-entries').send(body).timeout(PATIENCE_MS).expect(201);
      const entry = made.body as TimeEntryDetail;
      const correct = (i: number, version: string): Test =>
        user
          .patch(`/time-entries/${entry.id}`)
          .set('if-match', version)
          .send({ note: `change ${i}`, reason: 'a test' });
      const times = Array.from({ length: many }, (_, i) => i);
      expect(await statusesOf(times.map((i) => correct(i, `"${entry.version}"`)))).toEqual([
        200,
        ...Array<number>(many - 1).fill(412),
      ]);
      // Whatever version there is: each correction goes in, one after the other.
      expect(await statusesOf(times.map((i) => correct(i, '*')))).toEqual(Array(many).fill(200));
      const { body: after } = await user.get(`/time-entries/${entry.id}`).timeout(PATIENCE_MS).expect(200);
      expect((after as TimeEntryDetail).version).toBe(2 + many);
      await expectAnswers();
    },
    60_000,
  );
});
