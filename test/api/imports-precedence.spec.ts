import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { deviceOf, districtWithSites, load, rowsOf, send, step } from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

const HEADER = 'Serial number,Manufacturer,Model,Kind,Site,Room,Status,Cost,Notes,In service on';
const ROW = 'PRE0001Q,Dell,Latitude 3120,laptop,A1,Room 1,In stock,100,from the file,2024-05-01';
const FILE = `${HEADER}\n${ROW}\n`;

async function outcome(district: TestDistrict, csv: string, options: object = {}): Promise<string> {
  const rehearsed = await load(app, district.admin, csv, { mode: 'rehearse', options });
  const shown = async () =>
    (await rowsOf(district.admin, rehearsed.id)).map(({ outcome: what, changes, notes }) =>
      [what, ...Object.keys(changes ?? {}).toSorted(), ...kept(notes)].join(' '),
    );
  const before = await shown();
  await step(app, district.admin, rehearsed.id, 'commit');
  expect(await shown()).toEqual(before);
  return before.join('; ');
}

function kept(notes: { column: string | null; code: string }[] | null): string[] {
  return (notes ?? []).filter(({ code }) => code === 'KEPT_BY_PERSON').map(({ column }) => `kept:${column}`);
}

async function patch(district: TestDistrict, body: object): Promise<void> {
  const { id } = await deviceOf(district.admin, 'PRE0001Q');
  await district.admin.patch(`/devices/${id}`).set('If-Match', '*').send(body).expect(200);
}

describe('a file over what a person set on a device', () => {
  it('keeps what the person set, takes everything else, and says who won', async () => {
    const district = await districtWithSites(app);
    expect(await outcome(district, FILE)).toBe('add');
    await patch(district, { costCents: 20_000, notes: 'counted by hand' });
    expect(await outcome(district, FILE)).toBe('unchanged kept:Cost kept:Notes');
    expect(await outcome(district, FILE.replace('Room 1', 'Room 2'))).toBe(
      'change roomId kept:Cost kept:Notes',
    );
    expect(await deviceOf(district.admin, 'PRE0001Q')).toMatchObject({
      costCents: 20_000,
      notes: 'counted by hand',
      room: 'Room 2',
    });
    const { id } = await load(app, district.admin, FILE, { mode: 'rehearse' });
    const [row] = await rowsOf(district.admin, id);
    const detail = row?.notes?.find(({ column }) => column === 'Cost')?.detail;
    expect(detail).toMatch(/^A person set this field on \d{4}-\d{2}-\d{2}, so Rollcall kept its value/);
  });

  it('wins in the fields that the person who imports names, and in all with "all"', async () => {
    const district = await districtWithSites(app);
    await outcome(district, FILE);
    await patch(district, { costCents: 20_000, notes: 'counted by hand' });
    expect(await outcome(district, FILE, { overwrite: ['costCents'] })).toBe('change costCents kept:Notes');
    // The file said it last, so that the next file need not overrule anybody.
    expect(await outcome(district, FILE.replace(',100,', ',150,'))).toBe('change costCents kept:Notes');
    expect(await outcome(district, FILE, { overwrite: 'all' })).toBe('change costCents notes');
  });

  it('refuses to overwrite a field that it does not know', async () => {
    const district = await districtWithSites(app);
    const { body } = await send(district.admin, FILE, { options: { overwrite: ['colour'] } }).expect(400);
    expect((body as { errors: object[] }).errors).toMatchObject([{ code: 'UNKNOWN_FIELD' }]);
  });

  it('keeps the site and room to which a person moved a device, and nothing that merely follows from a move', async () => {
    const district = await districtWithSites(app);
    await outcome(district, FILE);
    await patch(district, { site: 'B2' });
    expect(await outcome(district, FILE)).toBe('unchanged kept:Site');
    // The room was left because of the move; nobody decided that it has none.
    expect(await outcome(district, FILE.replace('A1,Room 1', 'B2,Room 7'))).toBe('change roomId');
    expect(await deviceOf(district.admin, 'PRE0001Q')).toMatchObject({ site: 'B2', room: 'Room 7' });
  });

  it('keeps the model and the status that a person set', async () => {
    const district = await districtWithSites(app);
    await outcome(district, FILE);
    await patch(district, { model: 'Latitude 3140', kind: 'laptop', status: 'deployed' });
    expect(await outcome(district, FILE)).toBe('unchanged kept:Model kept:Status');
    expect(await deviceOf(district.admin, 'PRE0001Q')).toMatchObject({
      manufacturer: 'Dell',
      model: 'Latitude 3140',
      status: 'deployed',
    });
  });

  it('keeps what a person typed in when the device was added, but for the status that nobody typed', async () => {
    const district = await districtWithSites(app);
    await district.admin
      .post('/devices')
      .send({
        serialNumber: 'PRE0001Q',
        manufacturer: 'Dell',
        model: 'Latitude 3120',
        kind: 'laptop',
        site: 'B2',
      })
      .expect(201);
    expect(await outcome(district, FILE.replace('In stock', 'Deployed'))).toBe(
      'change costCents inServiceOn notes status kept:Site',
    );
  });

  it('wins over what a file or a batch set, and over what a person took back', async () => {
    const district = await districtWithSites(app);
    await outcome(district, FILE);
    await district.admin
      .put('/devices/batch')
      .send({ rows: [{ serialNumber: 'PRE0001Q', notes: 'from a sync' }] })
      .expect(200);
    expect(await outcome(district, FILE)).toBe('change notes');
    const { id } = await load(app, district.admin, FILE.replace('from the file', 'a mistake'));
    await step(app, district.admin, id, 'undo');
    expect(await outcome(district, FILE.replace('from the file', 'corrected'))).toBe('change notes');
  });
});

describe('a file over what a person set on a site', () => {
  it('wins in the fields that the person who imports names', async () => {
    const district = await districtWithSites(app);
    const csv = 'Site code,Name,Type,City\nA1,From the file,elementary,Irvine\n';
    const say = async (options: object) => {
      const { id } = await load(app, district.admin, csv, { kind: 'sites', options });
      return (await rowsOf(district.admin, id)).map(({ outcome: what, changes, notes }) =>
        [what, ...Object.keys(changes ?? {}), ...kept(notes)].join(' '),
      );
    };
    expect(await say({})).toEqual(['change city kept:Name']);
    expect(await say({ overwrite: ['name'] })).toEqual(['change name']);
  });
});
