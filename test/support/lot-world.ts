import type { TestApp, TestUser } from './app.js';
import { upload } from './imports.js';
import { fresh } from './route-row.js';
import { sanitizationOf } from './sanitization-body.js';

export const PAPER = Buffer.from('%PDF-1.4\n%%EOF\n');

/** What lots of a place are made of. */
interface LotPlace {
  siteCode: string;
}

/** Ids of lots of a place, as they are asked for. */
export interface LotIds {
  /** Open, with one device. */
  lot: string;
  /** Picked up, with one difference and papers. */
  goneLot: string;
  difference: string;
  boardItem: string;
  release: string;
}

/** What a recycler said of a lot of a place. */
export interface ReturnedIds {
  /** A difference between that and the manifest of `goneLot`. */
  returned: string;
}

export const boardItemBody = (): object => ({
  meetingOn: '2026-03-10',
  number: fresh(),
  title: 'Surplus devices',
  finding: '17546_c',
  present: 5,
  yes: 5,
  decision: 'approved',
  validTo: '2199-12-31',
});

export const lotBody = ({ siteCode }: LotPlace): object => ({
  name: fresh(),
  route: 'recycle',
  site: siteCode,
  wasteSince: '2026-03-02',
});

export const pickUpBody = (counted = 1, more: object = {}): object => ({
  step: 'pick_up',
  driver: { name: 'Sam Rivera', company: 'E-Waste Inc.' },
  counted,
  ...more,
});

async function send(
  admin: TestUser,
  method: 'post' | 'put',
  path: string,
  body: object,
): Promise<{ id: string }> {
  const answer = await admin[method](path).send(body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body as { id: string };
}

/** A retired device that lacks only a lot and the board. */
export async function clearedDevice(admin: TestUser, { siteCode }: LotPlace): Promise<string> {
  const about = { manufacturer: 'Dell', model: 'Chromebook', kind: 'chromebook', site: siteCode };
  const { id } = await send(admin, 'post', '/devices', { ...about, assetTag: fresh() });
  await admin.patch(`/devices/${id}`).set('if-match', '*').send({ status: 'retired' }).expect(200);
  await send(admin, 'post', '/sanitizations', sanitizationOf(id));
  await send(admin, 'post', '/releases', { deviceIds: [id], service: 'google_admin' });
  return id;
}

/** A lot that the board approved, with as many devices. */
export async function approvedLot(
  admin: TestUser,
  place: LotPlace,
  devices = 1,
): Promise<{ id: string; devices: string[] }> {
  const { id } = await send(admin, 'post', '/lots', lotBody(place));
  const add: string[] = [];
  for (let i = 0; i < devices; i += 1) add.push(await clearedDevice(admin, place));
  await send(admin, 'put', `/lots/${id}/devices`, { add });
  await send(admin, 'post', `/lots/${id}/steps`, { step: 'freeze' });
  const item = await send(admin, 'post', '/board-items', boardItemBody());
  await send(admin, 'post', `/lots/${id}/steps`, { step: 'approve', boardItem: item.id });
  return { id, devices: add };
}

/** A lot that was picked up with one difference; its certificate is stored. */
export async function goneLot(admin: TestUser, place: LotPlace): Promise<{ id: string; difference: string }> {
  const { id } = await approvedLot(admin, place);
  const gone = await send(admin, 'post', `/lots/${id}/steps`, pickUpBody(2, { extras: [{ code: fresh() }] }));
  await admin
    .post(`/lots/${id}/obligations/certificate_of_recycling/file`)
    .attach('file', PAPER, 'certificate.pdf')
    .expect(200);
  const { differences } = gone as unknown as { differences: { id: string }[] };
  return { id, difference: differences[0]?.id ?? '' };
}

export async function makeLots(admin: TestUser, place: LotPlace): Promise<LotIds> {
  const { id } = await send(admin, 'post', '/lots', lotBody(place));
  const device = await clearedDevice(admin, place);
  await send(admin, 'put', `/lots/${id}/devices`, { add: [device] });
  const { body } = await admin.get(`/releases?device=${device}`).expect(200);
  const gone = await goneLot(admin, place);
  return {
    lot: id,
    goneLot: gone.id,
    difference: gone.difference,
    boardItem: (await send(admin, 'post', '/board-items', boardItemBody())).id,
    release: (body as { items: { id: string }[] }).items[0]?.id ?? '',
  };
}

/** Imports what a recycler says of a lot: something that nobody knows came back, and nothing else. */
export async function makeReturned(
  app: TestApp,
  districtId: string,
  admin: TestUser,
  { goneLot: id }: LotIds,
): Promise<ReturnedIds> {
  const { body: lot } = await admin.get(`/lots/${id}`).expect(200);
  const options = { lot: (lot as { number: number }).number };
  const file = await upload(admin, `Serial\n${fresh()}\n`, { kind: 'settlements', options });
  await app.work(districtId, file.job?.id ?? '');
  const { body } = await admin.get(`/lots/${id}/settlement/differences?kind=extra`).expect(200);
  return { returned: (body as { items: { id: string }[] }).items[0]?.id ?? '' };
}
