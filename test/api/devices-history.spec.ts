import type { EventView } from '../../src/devices/device-views.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { devicesCsv, load } from '../support/imports.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
});

afterAll(() => app.close());

async function historyOf(id: string, by: TestUser = here.admin): Promise<EventView[]> {
  const { body } = await by.get(`/devices/${id}/events`).expect(200);
  return (body as { items: EventView[] }).items;
}

/** The values of a field before and after, by their names. */
function named(event: EventView | undefined, field: string): (string | undefined)[] {
  return (event?.changes[field] ?? []).map((value) => event?.names[String(value)]);
}

describe('the history of a device', () => {
  it('names sites, rooms, carts, models and funding sources', async () => {
    const { id } = await here.add({ room: '12', fundingSource: 'Title I' });
    await here.change(id, { site: 'B', room: 'Library', fundingSource: 'Measure B', model: 'Latitude 3140' });
    await here.change(id, { cart: 'Cart 7' });
    const [cart, move] = await historyOf(id);
    expect(named(cart, 'cartId')).toEqual([undefined, 'Cart 7']);
    expect(named(move, 'siteId')).toEqual(['School A', 'School B']);
    expect(named(move, 'roomId')).toEqual(['12', 'Library']);
    expect(named(move, 'fundingSourceId')).toEqual(['Title I', 'Measure B']);
    expect(named(move, 'modelId')).toEqual(['Dell Latitude 3120', 'Dell Latitude 3140']);
  });

  it('names who made a change, and says how it came', async () => {
    const { id, assetTag } = await here.add({ site: 'A' });
    const technician = await app.user(here.district, 'technician', { sites: ['A', 'B'] });
    await here.change(id, { notes: 'by hand' }, 200, technician);
    await sendScans(technician, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '7' })]);
    await load(
      app,
      here.admin,
      devicesCsv([{ 'Asset tag': assetTag ?? '', Site: 'A', Notes: 'from a file' }]),
    );
    const events = await historyOf(id);
    const accounts = await app.source.query<{ id: string; name: string }[]>(
      `SELECT id, coalesce(name, email) AS name FROM accounts WHERE district_id = $1`,
      [here.district.id],
    );
    const nameOf = ({ scope }: TestUser): string | undefined =>
      accounts.find((account) => account.id === scope.accountId)?.name;
    const scanned = events.find(({ changeSetKind }) => changeSetKind === 'scan_batch');
    const edited = events.find(({ note, changes }) => note === null && changes['notes']?.[1] === 'by hand');
    const imported = events.find(({ changeSetKind }) => changeSetKind === 'import');
    expect(scanned).toMatchObject({ actorName: nameOf(technician), fileName: null });
    expect(edited).toMatchObject({ actorName: nameOf(technician), changeSetKind: 'single' });
    expect(imported?.fileName).toMatch(/\.csv$/);
  });

  it('names who had a device to those who may read people, and logs it', async () => {
    const person = await here.person('ada', {
      givenName: 'Ada',
      familyName: 'Byron',
      role: 'student',
      site: 'A',
    });
    const { id } = await here.add({ status: 'deployed' });
    await here.change(id, { holder: 'ada' });
    await here.change(id, { holder: null });
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const [returned, lent] = await historyOf(id, technician);
    expect(named(lent, 'personId')).toEqual([undefined, 'Ada Byron']);
    expect(named(returned, 'personId')).toEqual(['Ada Byron', undefined]);
    const log = await app.source.query<{ what: { by: string; people: string[] } }[]>(
      `SELECT what FROM name_readings WHERE district_id = $1 AND account_id = $2`,
      [here.district.id, technician.scope.accountId],
    );
    expect(log).toEqual([{ what: { by: 'devices.events', people: [person] } }]);
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    const seen = await historyOf(id, principal);
    expect(JSON.stringify(seen)).not.toMatch(/Byron|personId/);
  });

  it('does not name a student of a site that is out of reach', async () => {
    await here.person('far', { givenName: 'Far', familyName: 'Away', role: 'student', site: 'B' });
    const { id } = await here.add({ status: 'deployed' });
    await here.change(id, { holder: 'far' });
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const [lent] = await historyOf(id, technician);
    expect(lent?.changes).toHaveProperty('personId');
    expect(JSON.stringify(lent)).not.toContain('Away');
  });
});
