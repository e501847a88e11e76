import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { type DeviceJson, freshTag, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
});

afterAll(() => app.close());

interface Found {
  id: string;
  status: string;
  inScope: boolean;
  matched: { kind: string; released: boolean };
}

const lookUp = async (code: string, by: TestUser = here.admin): Promise<Found[]> => {
  const { body } = await by.get(`/devices/lookup?code=${encodeURIComponent(code)}`).expect(200);
  return (body as { items: Found[] }).items;
};

const codesOf = ({ codes }: DeviceJson): string[] =>
  codes.map(({ kind, code, releasedAt }) => `${kind} ${code}${releasedAt ? ' released' : ''}`).toSorted();

describe('the codes of a device', () => {
  it('are found however they are typed', async () => {
    const { id, assetTag } = await here.add({
      serialNumber: 'SER-100',
      mac: 'b4:69:21:18:c6:76',
      imei: '356938035643809',
    });
    for (const text of [
      ` ${assetTag?.toLowerCase()} `,
      'ser-100',
      'B4-69-21-18-C6-76',
      'b4692118c676',
      '356938035643809',
    ])
      expect((await lookUp(text)).map((found) => found.id)).toEqual([id]);
    expect(await lookUp('nothing-like-it')).toEqual([]);
    await here.admin.get('/devices/lookup?code=').expect(400);
  });

  it('are found on the makers’ labels too', async () => {
    const { id } = await here.add({
      manufacturer: 'Lenovo',
      model: 'ThinkPad 11e',
      serialNumber: 'LR01ABCF',
    });
    expect((await lookUp('1S20DA0015USLR01ABCF'))[0]?.id).toBe(id);
  });

  it('stay findable when a repair replaces the serial number', async () => {
    const { id } = await here.add({ serialNumber: 'BOARD-1' });
    const changed = await here.change(id, { serialNumber: 'BOARD-2' });
    expect(codesOf(changed)).toEqual(expect.arrayContaining(['serial BOARD-1', 'serial BOARD-2']));
    expect((await lookUp('BOARD-1'))[0]).toMatchObject({ id, matched: { kind: 'serial', released: false } });
    const { results } = await here.batch([{ serialNumber: 'BOARD-1', notes: 'by its old label' }]);
    expect(results[0]).toMatchObject({ id });
  });

  it('let go of a tag, which may be used again; history shows both', async () => {
    const first = await here.add({ serialNumber: 'TWO-1' });
    const tag = first.assetTag as string;
    const changed = await here.change(first.id, { assetTag: freshTag() });
    expect(codesOf(changed)).toContain(`asset_tag ${tag} released`);
    const second = await here.add({ assetTag: tag });
    const found = await lookUp(tag);
    expect(found.map(({ id, matched }) => [id, matched.released])).toEqual([
      [second.id, false],
      [first.id, true],
    ]);
  });

  it('come back to life when the device gets the tag again', async () => {
    const { id, assetTag } = await here.add({ serialNumber: 'AGAIN-1' });
    await here.change(id, { assetTag: null });
    expect((await lookUp(assetTag as string))[0]?.matched.released).toBe(true);
    await here.change(id, { assetTag });
    expect((await lookUp(assetTag as string))[0]?.matched.released).toBe(false);
  });

  it('may be shared by two where docks share an address, live devices first', async () => {
    const mac = '00:50:b6:00:00:01';
    const retired = await here.add({ mac, status: 'retired' });
    const live = await here.add({ mac });
    expect((await lookUp(mac)).map(({ id }) => id)).toEqual([live.id, retired.id]);
  });

  it('name a device once, also where its tag is its serial number', async () => {
    const { id } = await here.add({ assetTag: 'ONE-AND-ALL', serialNumber: 'ONE-AND-ALL' });
    expect((await lookUp('one-and-all')).map((found) => found.id)).toEqual([id]);
  });

  it('are emptied by null: every address of the kind goes', async () => {
    const { id } = await here.add({ mac: 'b4:69:21:18:c6:01' });
    await here.change(id, { mac: 'b4:69:21:18:c6:02' });
    const emptied = await here.change(id, { mac: null });
    expect(codesOf(emptied).filter((code) => code.startsWith('mac'))).toEqual([
      'mac B4692118C601 released',
      'mac B4692118C602 released',
    ]);
    expect((await here.events(id))[0]?.changes).toMatchObject({
      'code.mac': [['B4692118C601', 'B4692118C602'], null],
    });
    expect((await here.change(id, { mac: null })).version).toBe(emptied.version);
  });

  it('show any device of the district to anybody in the field, without people or money', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['B'] });
    await here.person('owner');
    const { id, assetTag } = await here.add({ status: 'deployed', holder: 'owner', costCents: 100 });
    const [found] = await lookUp(assetTag as string, technician);
    expect(found).toMatchObject({ id, inScope: false, site: 'A' });
    for (const hidden of ['personId', 'custody', 'costCents']) expect(found).not.toHaveProperty(hidden);
    await technician.get(`/devices/${id}`).expect(404);
  });

  it('are nobody’s in another district', async () => {
    const { assetTag } = await here.add();
    const other = await register(app);
    expect(await lookUp(assetTag as string, other.admin)).toEqual([]);
    expect(await other.add({ assetTag })).toMatchObject({ assetTag });
  });
});
