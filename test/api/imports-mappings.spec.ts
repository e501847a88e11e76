import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { csvOf, deviceOf, districtWithSites, load, type Row, rowsOf, upload } from '../support/imports.js';

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp();
  district = await districtWithSites(app);
});

afterAll(() => app.close());

const THEIRS: Row = {
  Etikett: 'M1',
  Seriennummer: 'MS1',
  Schule: 'A1',
  Geraet: 'Latitude 3190',
  Art: 'Klapprechner',
};
const MAPPING = {
  columns: {
    Etikett: 'assetTag',
    Seriennummer: 'serialNumber',
    Schule: 'site',
    Geraet: 'model',
    Art: 'kind',
  },
  defaults: { manufacturer: 'Dell', status: 'deployed' },
  words: { kind: { Klapprechner: 'laptop' } },
};

describe('a mapping with a name', () => {
  it('is saved, listed beside the ready-made, and used', async () => {
    await district.admin.put('/imports/mappings/devices/Our%20list').send({ mapping: MAPPING }).expect(204);
    const { body } = await district.admin.get('/imports/mappings/devices').expect(200);
    expect(
      body.items.map(({ name, readyMade }: { name: string; readyMade: boolean }) => [name, readyMade]),
    ).toEqual([
      ['template', true],
      ['snipe-it', true],
      ['incident-iq', true],
      ['gam', true],
      ['intune', true],
      ['Our list', false],
    ]);
    const { plan, mapping } = await load(app, district.admin, csvOf([THEIRS]), { mapping: 'Our list' });
    expect(plan).toMatchObject({ add: 1 });
    expect(mapping.name).toBe('Our list');
    expect(await deviceOf(district.admin, 'MS1')).toMatchObject({
      kind: 'laptop',
      assetTag: 'M1',
      status: 'deployed',
    });
  });

  it('outlives a column that a later file leaves out', async () => {
    await district.admin.put('/imports/mappings/devices/short').send({ mapping: MAPPING }).expect(204);
    const { Etikett: _left, ...fewer } = THEIRS;
    const { plan } = await load(app, district.admin, csvOf([{ ...fewer, Seriennummer: 'MS2' }]), {
      mapping: 'short',
    });
    expect(plan).toMatchObject({ rows: 1, add: 1 });
  });

  it('is the district’s own', async () => {
    await district.admin.put('/imports/mappings/devices/secret').send({ mapping: MAPPING }).expect(204);
    const other = await app.district();
    const { body } = await other.admin.get('/imports/mappings/devices').expect(200);
    expect(JSON.stringify(body)).not.toContain('secret');
    await other.admin.delete('/imports/mappings/devices/secret').expect(404);
    await district.admin.delete('/imports/mappings/devices/secret').expect(204);
  });

  it.each([[{}], [{ columns: 'x' }], [{ columns: { A: 'colour' } }], [{ columns: {}, padTagsTo: 1e9 }]])(
    'is refused as %j',
    async (mapping) => {
      const { body } = await district.admin
        .put('/imports/mappings/devices/bad')
        .send({ mapping })
        .expect(400);
      expect(body.code).toBe('BAD_MAPPING');
    },
  );
});

describe('files of other systems', () => {
  it('say from when and until when a device is lent: Snipe-IT', async () => {
    await district.admin
      .post('/people')
      .send({ externalId: 'LENT', role: 'staff', email: 'lent@test.example' })
      .expect(201);
    const row = {
      'Asset Tag': 'QL1',
      Serial: 'QLS1',
      'Model name': 'MacBook Air 11',
      Category: 'Laptops',
      Company: 'X',
      Manufacturer: 'Apple',
      Location: 'A1',
      Status: 'Deployed',
      Email: 'lent@test.example',
      'Purchase Date': '08/01/2025',
      'Checkout Date': '09/03/2025',
      'Expected Checkin Date': '2026-06-05',
    };
    const { mapping } = await load(app, district.admin, csvOf([row]));
    expect(mapping.name).toBe('snipe-it');
    const { custody } = await deviceOf(district.admin, 'QLS1');
    expect(custody).toEqual([
      expect.objectContaining({ dueOn: '2026-06-05', loanedAt: expect.stringMatching(/^2025-09-03/) }),
    ]);
  });

  it.each([
    [
      'snipe-it',
      {
        'Asset Tag': 'Q1',
        Serial: 'QS1',
        'Model name': 'MacBook Air 11',
        Category: 'Laptops',
        Company: 'X',
        Manufacturer: 'Apple',
        Location: 'A1',
        Status: 'Ready to Deploy',
        'Purchase Date': '03/05/2019',
        'Purchase Cost': '1.599,62',
      },
      { status: 'in_stock', kind: 'laptop', costCents: 159_962, purchasedOn: '2019-03-05' },
    ],
    [
      'incident-iq',
      {
        AssetId: '9',
        AssetTag: 'Q2',
        SerialNumber: 'QS2',
        ModelName: 'iPad 7',
        ManufacturerName: 'Apple',
        CategoryName: 'Tablets',
        LocationName: 'School A1',
        LocationRoomName: '12',
        StatusName: 'In Service',
        PurchasePrice: '$329.00',
      },
      { status: 'deployed', kind: 'ipad', costCents: 32_900 },
    ],
    [
      'gam',
      {
        deviceId: 'x',
        status: 'ACTIVE',
        annotatedAssetId: 'Q3',
        annotatedLocation: 'A1',
        model: 'Acer Chromebook 311',
        serialNumber: 'QS3',
        orgUnitPath: '/Students',
        macAddress: 'a0b1c2d3e4f5',
      },
      { status: 'deployed', kind: 'chromebook', assetTag: 'Q3' },
    ],
  ])('come in from %s', async (name, row, expected) => {
    const view = await load(app, district.admin, csvOf([row]));
    expect(view.mapping.name).toBe(name);
    expect(
      (await rowsOf(district.admin, view.id)).map(({ outcome, problems }) => [outcome, problems]),
    ).toEqual([['add', null]]);
    const [serial] = Object.values(row).filter((cell) => cell.startsWith('QS'));
    expect(await deviceOf(district.admin, serial ?? '')).toMatchObject(expected);
  });
});

describe('the template', () => {
  it.each(['devices', 'sites', 'pupils', 'people', 'coverages'])(
    'of %s is taken back, every column known',
    async (kind) => {
      const { text } = await district.admin.get(`/imports/templates/${kind}.csv`).expect(200);
      const header = text.replace(/^\uFEFF/, '').trim();
      const cells = header.split(',').map(() => 'x');
      const view = await upload(district.admin, `${header}\n${cells.join(',')}\n`, {
        kind,
        mode: 'rehearse',
      });
      expect(Object.keys(view.mapping.columns)).toHaveLength(cells.length);
      expect(view.warnings.filter(({ code }) => code === 'UNUSED_COLUMN')).toEqual([]);
    },
  );

  it('is not there for a kind that is not', async () => {
    await district.admin.get('/imports/templates/chargers').expect(400);
  });
});
