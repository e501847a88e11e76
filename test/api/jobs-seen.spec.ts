import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { csvOf, devicesCsv, load } from '../support/imports.js';

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

/** Who begins a job of each kind, who else may see it, and who of these may stop it. */
const JOBS: Record<
  string,
  {
    begunBy: string;
    alsoSeenBy: string[];
    alsoStoppedBy: string[];
    begin: (by: TestUser) => Promise<string>;
  }
> = {
  'an import of sites': {
    begunBy: 'admin',
    alsoSeenBy: ['its'],
    alsoStoppedBy: ['its'],
    begin: async (by) =>
      (
        await load(app, by, csvOf([{ 'Site code': 'SEEN', Name: 'Seen', Type: 'elementary' }]), {
          kind: 'sites',
        })
      ).job?.id ?? '',
  },
  'an import of devices': {
    begunBy: 'admin',
    alsoSeenBy: ['its'],
    alsoStoppedBy: [],
    begin: async (by) =>
      (await load(app, by, devicesCsv([{ 'Asset tag': 'SEEN-1', Site: 'A' }]))).job?.id ?? '',
  },
  'a bulk change': {
    begunBy: 'technician',
    alsoSeenBy: ['admin', 'its'],
    alsoStoppedBy: ['admin'],
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
    alsoStoppedBy: [],
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
    alsoStoppedBy: ['admin'],
    begin: async (by) =>
      jobOf((await by.post('/allocation/proposals').send({ schoolYear: '2025-26' }).expect(202)).body),
  },
  'a report': {
    begunBy: 'lead',
    alsoSeenBy: ['admin', 'its'],
    alsoStoppedBy: ['admin', 'its'],
    begin: async (by) => {
      const saved = await by.post('/reports').send({ name: 'Seen', kind: 'counts' }).expect(201);
      return jobOf((await by.post(`/reports/${jobOf(saved.body)}/outputs`).expect(202)).body);
    },
  },
};

describe('a job', () => {
  it.each(Object.entries(JOBS))(
    'is seen and stopped by the account that began it and by the office, as far as they may do such work: %s',
    async (_, { begunBy, alsoSeenBy, alsoStoppedBy, begin }) => {
      const by = userOf(begunBy);
      const id = await begin(by);
      await app.job(by, id);
      const answers: Record<string, number> = {
        'who began it': (await by.get(`/jobs/${id}`)).status,
        'who began it stops it': (await by.post(`/jobs/${id}/cancel`)).status,
      };
      const expected: Record<string, number> = { 'who began it': 200, 'who began it stops it': 202 };
      for (const role of ROLES) {
        // Somebody else of the role, also of the role that began it.
        const other = role === begunBy ? await app.user(here.district, role, { sites: ['A'] }) : userOf(role);
        const isSeen = alsoSeenBy.includes(role) || (role === begunBy && ['admin', 'its'].includes(role));
        answers[role] = (await other.get(`/jobs/${id}`)).status;
        expected[role] = isSeen ? 200 : 404;
        const isStopped = alsoStoppedBy.includes(role) || (role === begunBy && isSeen);
        answers[`${role} stops it`] = (await other.post(`/jobs/${id}/cancel`)).status;
        expected[`${role} stops it`] = isStopped ? 202 : isSeen ? 403 : 404;
        const listed = await other.get('/jobs?limit=200').expect(200);
        answers[`${role} in the list`] = (listed.body as { items: { id: string }[] }).items.some(
          (job) => job.id === id,
        )
          ? 200
          : 404;
        expected[`${role} in the list`] = isSeen ? 200 : 404;
      }
      expect(answers).toEqual(expected);
    },
  );

  it('is in the list of whoever started it, by whether it has ended', async () => {
    const by = userOf('admin');
    const id = (await load(app, by, devicesCsv([{ 'Asset tag': 'SEEN-3', Site: 'A' }]))).job?.id ?? '';
    await app.job(by, id);
    const ids = async (query: string): Promise<string[]> => {
      const { body } = await by.get(`/jobs?limit=200&${query}`).expect(200);
      return (body as { items: { id: string }[] }).items.map((job) => job.id);
    };
    expect(await ids('mine=true&ended=true')).toContain(id);
    expect(await ids('mine=true&ended=false')).not.toContain(id);
    expect(await ids('mine=false')).not.toContain(id);
    // Latest first.
    expect((await ids('mine=true'))[0]).toBe(id);
  });
});
