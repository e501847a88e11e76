import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { devicesCsv, load } from '../support/imports.js';

let app: TestApp;
let here: Register;
/** Somebody of each role, at A where a role has sites. */
const users: Record<string, TestUser> = {};
const ROLES = ['admin', 'its', 'lead', 'liaison', 'technician', 'site_staff', 'vendor'] as const;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  for (const role of ROLES) users[role] = await app.user(here.district, role, { sites: ['A'] });
});

afterAll(() => app.close());

const userOf = (role: string): TestUser => users[role] ?? here.admin;
const jobOf = (body: unknown): string => (body as { id: string }).id;

/** Who begins a job of each kind, and who else may see it. */
const JOBS: Record<
  string,
  { begunBy: string; alsoSeenBy: string[]; begin: (by: TestUser) => Promise<string> }
> = {
  'an import': {
    begunBy: 'admin',
    alsoSeenBy: ['its'],
    begin: async (by) =>
      (await load(app, by, devicesCsv([{ 'Asset tag': 'SEEN-1', Site: 'A' }]))).job?.id ?? '',
  },
  'a bulk change': {
    begunBy: 'technician',
    alsoSeenBy: ['admin', 'its'],
    begin: async (by) =>
      jobOf(
        (
          await by
            .post('/devices/bulk')
            .send({ filter: {}, change: { notes: 'x' } })
            .expect(202)
        ).body,
      ),
  },
  'an undo of a change set': {
    begunBy: 'admin',
    alsoSeenBy: ['its'],
    begin: async (by) => {
      const { changeSetId } = await here.batch([
        { assetTag: 'SEEN-2', site: 'B', kind: 'laptop', model: 'X' },
      ]);
      return jobOf((await by.post(`/change-sets/${changeSetId}/undo`).expect(202)).body);
    },
  },
  'a proposal': {
    begunBy: 'its',
    alsoSeenBy: ['admin'],
    begin: async (by) =>
      jobOf((await by.post('/allocation/proposals').send({ schoolYear: '2025-26' }).expect(202)).body),
  },
  'a report': {
    begunBy: 'lead',
    alsoSeenBy: ['admin', 'its'],
    begin: async (by) => {
      const saved = await by.post('/reports').send({ name: 'Seen', kind: 'counts' }).expect(201);
      return jobOf((await by.post(`/reports/${jobOf(saved.body)}/outputs`).expect(202)).body);
    },
  },
};

describe('a job', () => {
  it.each(Object.entries(JOBS))(
    'is seen by the account that began it and by the office, and by nobody else of any role: %s',
    async (_, { begunBy, alsoSeenBy, begin }) => {
      const by = userOf(begunBy);
      const id = await begin(by);
      await app.job(by, id);
      const answers: Record<string, number> = { 'who began it': (await by.get(`/jobs/${id}`)).status };
      const expected: Record<string, number> = { 'who began it': 200 };
      for (const role of ROLES) {
        // Somebody else of the role, also of the role that began it.
        const other = role === begunBy ? await app.user(here.district, role, { sites: ['A'] }) : userOf(role);
        const isSeen = alsoSeenBy.includes(role) || (role === begunBy && ['admin', 'its'].includes(role));
        answers[role] = (await other.get(`/jobs/${id}`)).status;
        expected[role] = isSeen ? 200 : 404;
      }
      expect(answers).toEqual(expected);
    },
  );
});
