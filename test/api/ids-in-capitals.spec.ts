import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { type TestApp, testApp } from '../support/app.js';
import { makeWorld, usualUser, type World } from '../support/district-world.js';
import { ROUTES } from '../support/route-table.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  world = await makeWorld(app);
});

afterAll(() => app.close());

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const READS_BY_ID = Object.entries(ROUTES).filter(([name]) => /^GET .*:(id|\w+Id)\b/.test(name));

describe('an id in capitals in an address', () => {
  it.each(READS_BY_ID)('is the same id: %s', async (_, route) => {
    if (route.before) await route.before(world.district.admin, world.own);
    const path = route.path(world.own);
    expect(path).toMatch(UUID);
    const read = (address: string): Promise<Response> =>
      Promise.resolve(usualUser(world, route).get(address));
    const small = await read(path);
    const capital = await read(path.replace(UUID, (id) => id.toUpperCase()));
    expect([small.status, capital.status]).toEqual([200, 200]);
    // Files carry the time at which they were made.
    if (small.type === 'application/json') expect(capital.body).toEqual(small.body);
  });

  it('does not let a device be merged with itself, nor a site be its own successor', async () => {
    const { admin } = world.district;
    const { spare, site } = world.own;
    const merge = await admin
      .post(`/devices/${spare.toUpperCase()}/merge`)
      .set('if-match', '*')
      .send({ duplicateId: spare });
    expect(merge.status).toBe(400);
    for (const [inPath, inBody] of [
      [site.toUpperCase(), site],
      [site, site.toUpperCase()],
    ]) {
      const { body } = await admin
        .patch(`/sites/${inPath}`)
        .set('if-match', '*')
        .send({ closedOn: '2026-01-05', successorId: inBody })
        .expect(400);
      expect((body as { errors: object[] }).errors).toMatchObject([{ field: 'successorId', code: 'ITSELF' }]);
    }
  });
});

describe('an id in capitals from a client', () => {
  it('is a sighting that is recorded, and a duplicate when it comes again in small letters', async () => {
    const id = randomUUID();
    const send = async (as: string): Promise<object | undefined> => {
      const sightings = [{ id: as, code: world.own.tag }];
      const { body } = await world.district.admin.post('/devices/sightings').send({ sightings }).expect(200);
      return (body as { results: object[] }).results[0];
    };
    expect(await send(id.toUpperCase())).toMatchObject({ outcome: 'recorded', deviceId: world.own.device });
    expect(await send(id)).toMatchObject({ outcome: 'duplicate' });
  });

  it('is a scan that is applied, repeated, followed and undone', async () => {
    const { admin } = world.district;
    const { tag, siteCode: site } = world.own;
    const id = randomUUID();
    const first = { ...scanOf(tag, 'move', { site, room: 'Capital' }), id: id.toUpperCase() };
    expect(await sendScans(admin, [first])).toMatchObject([{ outcome: 'applied', id }]);
    expect(await sendScans(admin, [{ ...first, id }])).toMatchObject([
      { outcome: 'duplicate', was: 'applied', id },
    ]);
    const next = scanOf(tag, 'move', { site, room: 'Next', after: id.toUpperCase() });
    expect(await sendScans(admin, [next])).toMatchObject([{ outcome: 'applied' }]);
    const undo = scanOf(tag, 'undo', { undoes: next.id.toUpperCase() });
    expect(await sendScans(admin, [undo])).toMatchObject([{ outcome: 'applied' }]);
    const chosen = { site, deviceId: world.own.twin.toUpperCase() };
    const mac = `AA:BB:CC:DD:EE:${site.length}${site.length}`;
    expect(await sendScans(admin, [scanOf(mac, 'seen', chosen)])).toMatchObject([
      { outcome: 'applied', deviceId: world.own.twin },
    ]);
  });

  it('is a time entry that is kept once', async () => {
    const id = randomUUID();
    const body = {
      technicianId: world.own.technician.toUpperCase(),
      site: world.own.siteCode,
      startsAt: '2025-11-03T17:00:00Z',
      endsAt: '2025-11-03T18:00:00Z',
      work: 'repair',
    };
    for (const as of [id.toUpperCase(), id]) {
      const made = await world.district.admin.post('/time-entries').send({ id: as, ...body });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({ id, technicianId: world.own.technician });
    }
  });

  it('finds what a query asks for', async () => {
    const { technician, device } = world.own;
    const { body } = await world.district.admin
      .get(`/time-entries?technicianId=${technician.toUpperCase()}`)
      .expect(200);
    expect((body as { items: object[] }).items.length).toBeGreaterThan(0);
    await world.district.admin
      .post('/labels')
      .send({ layout: 'avery-5160', devices: [device.toUpperCase()] })
      .expect(200);
  });
});
