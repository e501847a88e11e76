import type { ProblemReportDetail } from '../../src/problem-reports/problem-reports.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';

let app: TestApp;
let here: Register;
let principal: TestUser;
let technician: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

async function report(body: object = {}): Promise<ProblemReportDetail> {
  const said = { site: 'A', description: 'The screen stays dark.', ...body };
  return (await principal.post('/problem-reports').send(said).expect(201)).body as ProblemReportDetail;
}

const listed = async (user: TestUser, query = ''): Promise<ProblemReportDetail[]> =>
  ((await user.get(`/problem-reports${query}`).expect(200)).body as { items: ProblemReportDetail[] }).items;

describe('a problem report', () => {
  it('is made by a principal, seen and closed by a technician of the site, and answered', async () => {
    const { id: deviceId, assetTag } = await here.add();
    const made = await report({ deviceId, room: 'Room 12' });
    expect(made).toMatchObject({
      site: 'A',
      deviceCode: assetTag,
      room: 'Room 12',
      state: 'open',
      answer: null,
      nextSteps: [],
    });
    const [seen] = await listed(technician, '?state=open');
    expect(seen).toMatchObject({
      id: made.id,
      deviceId,
      nextSteps: [{ step: 'close', to: 'closed', needsNote: true }],
    });
    await technician.post(`/problem-reports/${made.id}/closing`).send({}).expect(400);
    await technician.post(`/problem-reports/${made.id}/closing`).send({ note: ' ' }).expect(400);
    await technician.post(`/problem-reports/${made.id}/closing`).send({ note: 'New battery.' }).expect(200);
    expect(await listed(technician, '?state=open')).toEqual([]);
    const [closed] = await listed(principal);
    expect(closed).toMatchObject({ state: 'closed', answer: 'New battery.' });
    expect(closed?.nextSteps.map(({ step }) => step)).toEqual(['reopen']);
  });

  it('is opened again by the site, and its history keeps both answers', async () => {
    const { id } = await report();
    await technician.post(`/problem-reports/${id}/closing`).send({ note: 'New battery.' }).expect(200);
    await technician.post(`/problem-reports/${id}/closing`).send({ note: 'Again.' }).expect(409);
    await principal.post(`/problem-reports/${id}/reopening`).send({ note: 'Dark again.' }).expect(200);
    const { body } = await principal.get(`/problem-reports/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'open', answer: null, closedAt: null });
    expect((body as ProblemReportDetail).steps.map(({ step, note }) => [step, note])).toEqual([
      ['create', null],
      ['close', 'New battery.'],
      ['reopen', 'Dark again.'],
    ]);
  });

  it('is closed once, however many technicians close it at once', async () => {
    const { id } = await report();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        technician.post(`/problem-reports/${id}/closing`).send({ note: `Done ${i}` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(11).fill(409)]);
    const { body } = await principal.get(`/problem-reports/${id}`).expect(200);
    expect((body as ProblemReportDetail).steps).toHaveLength(2);
  });

  it('is nobody’s who does not reach the site, and names no device of another site', async () => {
    const { id } = await report();
    const elsewhere = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(await listed(elsewhere)).toEqual([]);
    await elsewhere.post(`/problem-reports/${id}/closing`).send({ note: 'x' }).expect(404);
    const far = await here.add({ site: 'B' });
    const { body } = await principal
      .post('/problem-reports')
      .send({ site: 'A', description: 'x', deviceId: far.id })
      .expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'deviceId', code: 'UNKNOWN_DEVICE' }] });
    await principal.post('/problem-reports').send({ site: 'B', description: 'x' }).expect(400);
    await technician.post('/problem-reports').send({ site: 'A', description: 'x' }).expect(403);
  });

  it('comes in a file with all that the list says', async () => {
    await report({ room: '12' });
    const text = (await download(technician, 'problem-reports?format=csv')).toString('utf8');
    expect(text).toContain('Reported at,Reported by,Site,Name,Room,Device,Model,Problem,State');
    expect(text).toContain('The screen stays dark.');
  });
});
