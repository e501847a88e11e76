import type { TestDistrict } from './app.js';
import { daysAgo } from './devices.js';
import { deviceOf } from './imports.js';
import { sanitizationOf } from './sanitization-body.js';

const MODEL = { manufacturer: 'Dell', model: 'Latitude 3420', kind: 'laptop' };

/** Addresses of pages of lots and board items, in a district with a lot in every state that has something to show. */
export async function lotPages({ admin }: TestDistrict): Promise<string[]> {
  const idOf = async (answer: PromiseLike<{ body: unknown }>): Promise<string> =>
    ((await answer).body as { id: string }).id;
  const begin = (name: string, more: object = {}): Promise<string> =>
    idOf(
      admin
        .post('/lots')
        .send({ name, route: 'recycle', site: 'A1', wasteSince: daysAgo(350), ...more })
        .expect(201),
    );
  const add = (id: string, deviceIds: string[]): PromiseLike<unknown> =>
    admin.put(`/lots/${id}/devices`).send({ add: deviceIds, pallet: 'P1' }).expect(200);
  const step = (id: string, body: object): PromiseLike<unknown> =>
    admin.post(`/lots/${id}/steps`).send(body).expect(200);

  const cleared: string[] = [];
  for (const assetTag of ['LEAVES-1', 'LEAVES-2', 'LEAVES-3', 'LEAVES-4']) {
    const id = await idOf(
      admin
        .post('/devices')
        .send({ ...MODEL, assetTag, site: 'A1' })
        .expect(201),
    );
    await admin.patch(`/devices/${id}`).set('if-match', '*').send({ status: 'retired' }).expect(200);
    cleared.push(id);
  }
  const sanitized = sanitizationOf(...cleared);
  await admin.post('/sanitizations').send(sanitized).expect(201);
  await admin.post('/releases').send({ deviceIds: cleared, service: 'google_admin' }).expect(201);

  const open = await begin('Open');
  await add(open, [(await deviceOf(admin, 'T1002')).id]);
  const item = await idOf(
    admin
      .post('/board-items')
      .send({
        meetingOn: daysAgo(3),
        number: '9.1',
        title: 'Surplus devices',
        finding: '17545',
        present: 5,
        yes: 5,
        decision: 'approved',
      })
      .expect(201),
  );
  const approved = await begin('Approved');
  await add(approved, cleared.slice(0, 2));
  const gone = await begin('Picked up');
  await add(gone, cleared.slice(2));
  for (const id of [approved, gone]) {
    await step(id, { step: 'freeze' });
    await step(id, { step: 'approve', boardItem: item });
  }
  const driver = { name: 'Sam Rivera', company: 'E-Waste Inc.' };
  await step(gone, { step: 'pick_up', driver, counted: 3, extras: [{ code: 'NOBODYS-2' }] });
  return [
    '/lots',
    '/lots?state=cancelled',
    '/lots/new',
    `/lots/${open}`,
    `/lots/${approved}`,
    `/lots/${approved}/pick-up`,
    `/lots/${gone}`,
    `/lots/${gone}/pick-up`,
    '/board-items',
    '/board-items?decision=refused',
    '/board-items/new',
    `/board-items/${item}`,
    `/devices/${cleared[0]}`,
  ];
}
