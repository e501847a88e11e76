import type { Test } from 'supertest';
import { technicianAt } from './allocation-routes.js';
import { AT_ONCE, crowd, crowdOf, forEach, type Sender } from './crowd.js';
import { WORLD_PASSWORD } from './district-world.js';
import { fresh } from './route-row.js';
import { scanOf } from './scans.js';

/** The i-th day from Monday to Friday after October 20, 2025. */
export const schoolDay = (i: number): string =>
  new Date(Date.UTC(2025, 9, 20 + Math.floor(i / 5) * 7 + (i % 5))).toISOString().slice(0, 10);

export const makeAt =
  (path: string, body: (sender: Sender, i: number) => object) =>
  (sender: Sender): Promise<string[]> =>
    crowdOf((i) => sender.admin.post(path).send(body(sender, i)));

export const technicians = makeAt('/technicians', ({ place }) => technicianAt(place.siteCode));
export const devices = makeAt('/devices', ({ place }) => ({
  assetTag: fresh(),
  manufacturer: 'Dell',
  model: `Chromebook ${place.siteCode}`,
  kind: 'chromebook',
  site: place.siteCode,
}));
export const models = makeAt('/models', () => ({
  manufacturer: 'Acer',
  name: fresh(),
  kind: 'laptop',
  platform: 'windows',
}));
export const rooms = async ({ admin, place }: Sender): Promise<string[]> => {
  const names = forEach(fresh);
  await crowdOf((i) => admin.post(`/sites/${place.site}/rooms`).send({ name: names[i] }));
  return names;
};
export const settingOf = (modelId: string): object => ({
  kind: 'laptop',
  modelId,
  priceCents: 30_000,
  source: 'a quote',
  asOf: '2026-07-01',
});

/** Accounts that can sign in; hashing a password takes long, so that they are made once. */
let accounts: Promise<string[]> | undefined;
export const accountsOf = ({ admin }: Sender): Promise<string[]> =>
  (accounts ??= crowdOf<{ email: string }>(
    (i) =>
      admin
        .post('/accounts')
        .send({ email: `crowd-${i}@test.example`, role: 'site_staff', password: WORLD_PASSWORD }),
    ({ email }) => email,
  ));
export const signIn = (test: Test, email: string): Test => test.send({ email, password: WORLD_PASSWORD });
export const cookies = async (sender: Sender): Promise<string[]> => {
  const emails = await accountsOf(sender);
  const answers = await crowd((i) => signIn(sender.app.http.post('/api/v1/session'), emails[i] ?? ''));
  return answers.map(({ headers }) => String(headers['set-cookie']).split(';')[0] ?? '');
};

/** Several people want the same of one thing, so that one of them is first. */
const RIVALS = 10;
export const FIRST = AT_ONCE / RIVALS;

interface Uploaded {
  id: string;
  job: { id: string };
}

export const upload = ({ admin }: Sender): Test =>
  admin
    .post('/imports')
    .field('kind', 'sites')
    .attach('file', Buffer.from(`Site code,Name,Type\n${fresh()},Filed,office\n`), 'sites.csv');
/** Runs these jobs and all others that are waiting in their lanes, in the order of their ids. */
export const work = async ({ app, district }: Sender, jobs: readonly string[]): Promise<void> => {
  const due = await app.source.query<{ id: string }[]>(
    `SELECT w.id FROM jobs w
      WHERE w.district_id = $1 AND w.state = 'queued'
        AND w.lane IN (SELECT lane FROM jobs WHERE district_id = $1 AND id = ANY ($2))
      ORDER BY w.id`,
    [district.id, jobs],
  );
  for (const { id } of due) await app.work(district.id, id);
};
export const rehearsed = async (sender: Sender): Promise<string[]> => {
  const imports = await crowdOf(
    () => upload(sender),
    (body: Uploaded) => body,
    FIRST,
  );
  await work(
    sender,
    imports.map(({ job }) => job.id),
  );
  return imports.map(({ id }) => id);
};
export const committed = async (sender: Sender): Promise<string[]> => {
  const ids = await rehearsed(sender);
  const commit = (i: number): Test => sender.admin.post(`/imports/${ids[i]}/commit`);
  await work(sender, await crowdOf(commit, ({ job }: Uploaded) => job.id, FIRST));
  return ids;
};
/** An output that is made. */
export const output = async (sender: Sender): Promise<string> => {
  const { admin } = sender;
  const report = (await admin.post('/reports').send({ name: fresh(), kind: 'counts' })).body as {
    id: string;
  };
  const { id, outputId } = (await admin.post(`/reports/${report.id}/outputs`)).body as {
    id: string;
    outputId: string;
  };
  await work(sender, [id]);
  return outputId;
};
/** Letters that are kept, because there is no mail server. */
export const letters = async (sender: Sender): Promise<string[]> => {
  const recipients = Array.from({ length: FIRST }, (_, i) => `board-${i}@test.example`);
  const path = `/reports/outputs/${await output(sender)}/deliveries`;
  const { body } = await sender.admin.post(path).send({ recipients }).expect(202);
  return (body as { items: { id: string }[] }).items.map(({ id }) => id);
};
export const amongRivals =
  (make: (sender: Sender) => Promise<string[]>) =>
  async (sender: Sender): Promise<string[]> => {
    const things = await make(sender);
    return forEach((i) => things[i % things.length] ?? '');
  };

export const scan = async ({ admin }: Sender, scanned: readonly { id: string }[]): Promise<void> => {
  await crowdOf((i) => admin.post('/scan-batches').send({ scans: [scanned[i]] }));
};
export const unknownCodes = async (sender: Sender): Promise<string[]> => {
  const codes = forEach(() => `CODE-${fresh()}`);
  await scan(
    sender,
    codes.map((code) => scanOf(code, 'seen', { site: sender.place.siteCode })),
  );
  return codes;
};

const change = async (sender: Sender, ids: readonly string[], body: object): Promise<void> => {
  await crowdOf((i) => sender.admin.patch(`/devices/${ids[i]}`).set('if-match', '*').send(body));
};
export const changed =
  (...bodies: object[]) =>
  async (sender: Sender): Promise<string[]> => {
    const ids = await devices(sender);
    for (const body of bodies) await change(sender, ids, body);
    return ids;
  };
