import { RecountService } from '../../src/count-evidence/recount.service.js';
import { rekeyCatalog } from '../../src/catalogue/catalogue-keys.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { type Device, deviceOf, districtWithSites, load, rowsOf, step } from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

const WITH_MAKER = `Serial number,Manufacturer,Model,Kind,Site
CHN0001Q,Dell,Latitude 7420,laptop,A1
CHN0002Q,Lenovo,300e Chromebook,chromebook,A1
`;
const WITHOUT_MAKER = `Serial number,Model,Kind,Site
CHN0001Q,Latitude 7420,laptop,A1
CHN0002Q,300e Chromebook,chromebook,A1
`;

const file = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

async function devicesOf({ admin }: TestDistrict): Promise<Device[]> {
  return ((await admin.get('/devices?limit=200').expect(200)).body as { items: Device[] }).items;
}

async function makersOf(district: TestDistrict): Promise<string[]> {
  const devices = await devicesOf(district);
  return devices
    .map(({ serialNumber, manufacturer, model }) => [serialNumber, manufacturer, model].join(' '))
    .toSorted();
}

async function planOf(district: TestDistrict, csv: string): Promise<string[]> {
  const rehearsed = await load(app, district.admin, csv, { mode: 'rehearse' });
  const inRehearsal = await rowsOf(district.admin, rehearsed.id);
  await step(app, district.admin, rehearsed.id, 'commit');
  const committed = await rowsOf(district.admin, rehearsed.id);
  // What was rehearsed is what is committed, notes and all.
  const shown = (rows: typeof committed) =>
    rows.map(({ outcome, problems, notes }) => ({ outcome, problems, notes }));
  expect(shown(committed)).toEqual(shown(inRehearsal));
  return committed.map(({ outcome, problems, notes }) =>
    [outcome, ...[...(problems ?? []), ...(notes ?? [])].map(({ code }) => code)]
      .filter((word) => !NOT_OF_MAKERS.has(word))
      .join(' '),
  );
}

const NOT_OF_MAKERS = new Set(['STATUS_ASSUMED', 'ENTERED_TODAY']);

async function recounted({ id }: TestDistrict): Promise<unknown[]> {
  const differences: unknown[] = [];
  await app.get(RecountService).check(id, (difference) => differences.push(difference));
  return differences;
}

describe('two systems that sync in turn, one of which knows no makers', () => {
  it('keep two devices and their makers, whichever comes first', async () => {
    const district = await districtWithSites(app);
    expect(await planOf(district, WITH_MAKER)).toEqual(['add MODEL_ADDED', 'add MODEL_ADDED']);
    const makers = ['CHN0001Q Dell Latitude 7420', 'CHN0002Q Lenovo 300e Chromebook'];
    expect(await makersOf(district)).toEqual(makers);
    for (const csv of [WITHOUT_MAKER, WITH_MAKER, WITHOUT_MAKER])
      expect(await planOf(district, csv)).toEqual(['unchanged', 'unchanged']);
    expect(await makersOf(district)).toEqual(makers);
    expect(await deviceOf(district.admin, 'CHN0002Q')).toMatchObject({
      autoUpdateEndsOn: expect.stringMatching(/^20/),
    });
    expect(await recounted(district)).toEqual([]);
  });

  it('give a device without a maker the one that a later file knows, and with it its automatic-update end', async () => {
    const district = await districtWithSites(app);
    expect(await planOf(district, WITHOUT_MAKER)).toEqual([
      'add MAKER_UNKNOWN MODEL_ADDED',
      'add MAKER_UNKNOWN MODEL_ADDED',
    ]);
    expect(await deviceOf(district.admin, 'CHN0002Q')).toMatchObject({ autoUpdateEndsOn: null });
    expect(await planOf(district, WITH_MAKER)).toEqual(['change MODEL_ADDED', 'change MODEL_ADDED']);
    expect(await planOf(district, WITHOUT_MAKER)).toEqual(['unchanged', 'unchanged']);
    expect(await makersOf(district)).toEqual([
      'CHN0001Q Dell Latitude 7420',
      'CHN0002Q Lenovo 300e Chromebook',
    ]);
    expect(await deviceOf(district.admin, 'CHN0002Q')).toMatchObject({
      autoUpdateEndsOn: expect.stringMatching(/^20/),
    });
    expect(await recounted(district)).toEqual([]);
  });

  it('keep the maker in a PATCH and in a batch that name a model and no maker', async () => {
    const district = await districtWithSites(app);
    await load(app, district.admin, WITH_MAKER);
    const { id } = await deviceOf(district.admin, 'CHN0001Q');
    const patch = (body: object) =>
      district.admin.patch(`/devices/${id}`).set('If-Match', '*').send(body).expect(200);
    expect((await patch({ model: 'latitude  7420' })).body).toMatchObject({
      manufacturer: 'Dell',
      version: 1,
    });
    expect((await patch({ model: 'Latitude 7430' })).body).toMatchObject({
      manufacturer: 'Dell',
      model: 'Latitude 7430',
    });
    const { body } = await district.admin
      .put('/devices/batch')
      .send({
        rows: [
          { serialNumber: 'CHN0001Q', model: 'Latitude 7440' },
          { serialNumber: 'CHN0002Q', model: '300e chromebook', status: 'deployed' },
        ],
      })
      .expect(200);
    expect((body as { results: { outcome: string; notes?: { code: string }[] }[] }).results).toMatchObject([
      {
        outcome: 'changed',
        notes: [{ code: 'MAKER_KEPT' }, { code: 'MODEL_ADDED' }, { code: 'KIND_FROM_NAME' }],
      },
      { outcome: 'changed' },
    ]);
    expect(await makersOf(district)).toEqual([
      'CHN0001Q Dell Latitude 7440',
      'CHN0002Q Lenovo 300e Chromebook',
    ]);
  });

  it('can name the maker alone', async () => {
    const district = await districtWithSites(app);
    await load(app, district.admin, WITHOUT_MAKER);
    expect(await planOf(district, file('Serial number,Manufacturer', 'CHN0001Q,Dell Inc.'))).toEqual([
      'change MAKER_RENAMED MODEL_ADDED',
    ]);
    const { id } = await deviceOf(district.admin, 'CHN0002Q');
    await district.admin
      .patch(`/devices/${id}`)
      .set('If-Match', '*')
      .send({ manufacturer: 'Lenovo' })
      .expect(200);
    expect(await makersOf(district)).toEqual([
      'CHN0001Q Dell Latitude 7420',
      'CHN0002Q Lenovo 300e Chromebook',
    ]);
  });
});

describe('a model without a maker', () => {
  it('is the one of the only maker in the catalog that has it, and unclear where several have', async () => {
    const district = await districtWithSites(app);
    await load(app, district.admin, WITH_MAKER);
    expect(await planOf(district, file('Serial number,Model,Site', 'CAT0001Q,LATITUDE 7420,A1'))).toEqual([
      'add MAKER_FROM_CATALOG',
    ]);
    await district.admin
      .post('/models')
      .send({ manufacturer: 'Lenovo', name: 'Latitude 7420', kind: 'laptop', platform: 'windows' })
      .expect(201);
    expect(await planOf(district, file('Serial number,Model,Site', 'CAT0002Q,Latitude 7420,A1'))).toEqual([
      'refused MAKER_UNCLEAR',
    ]);
    // A device that is one of theirs already is not unclear.
    expect(await planOf(district, file('Serial number,Model,Site', 'CAT0001Q,Latitude 7420,A1'))).toEqual([
      'unchanged',
    ]);
  });

  it('is Apple’s where only Apple makes such a thing', async () => {
    const district = await districtWithSites(app);
    expect(
      await planOf(
        district,
        file('Serial number,Model,Site', 'BRD0001Q,iPad 9,A1', 'BRD0002Q,Machine 9 laptop,A1'),
      ),
    ).toEqual([
      'add MAKER_FROM_MODEL MODEL_ADDED KIND_FROM_NAME',
      'add MAKER_UNKNOWN MODEL_ADDED KIND_FROM_NAME',
    ]);
  });
});

describe('a serial number', () => {
  const TWO = file(
    'Serial number,Manufacturer,Model,Kind,Site,Asset tag',
    'SAME001Q,Dell,Latitude 7420,laptop,A1,TD1',
    'SAME001Q,HP,ProBook 440,laptop,A1,TH1',
  );

  it('that two makers use is two devices, which the answer says', async () => {
    const district = await districtWithSites(app);
    const [dell, hp] = TWO.split('\n').slice(1);
    const header = TWO.split('\n')[0] ?? '';
    expect(await planOf(district, file(header, dell ?? ''))).toEqual(['add MODEL_ADDED']);
    expect(await planOf(district, file(header, hp ?? ''))).toEqual(['add SERIAL_OF_OTHER_MAKER MODEL_ADDED']);
    expect(await devicesOf(district)).toHaveLength(2);
  });

  it('of two makers is unclear in a row that names none, unless the tag settles it', async () => {
    const district = await districtWithSites(app);
    expect(await planOf(district, TWO)).toEqual(['add MODEL_ADDED', 'add MODEL_ADDED']);
    const unclear = await load(app, district.admin, file('Serial number,Site', 'SAME001Q,B2'));
    const [row] = await rowsOf(district.admin, unclear.id);
    expect(row).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'SERIAL_UNCLEAR', column: 'Manufacturer' }],
    });
    for (const { id } of await devicesOf(district))
      expect(row?.problems?.[0]?.detail).toContain(`/devices/${id}`);
    expect(await planOf(district, file('Serial number,Asset tag,Site', 'SAME001Q,TH1,B2'))).toEqual([
      'change SERIAL_OF_OTHER_MAKER',
    ]);
    expect(await deviceOf(district.admin, 'TH1')).toMatchObject({ site: 'B2' });
    expect(await deviceOf(district.admin, 'TD1')).toMatchObject({ site: 'A1' });
  });

  it('with the tag of its device and another maker corrects the maker', async () => {
    const district = await districtWithSites(app);
    const header = 'Serial number,Manufacturer,Model,Kind,Site,Asset tag';
    await load(app, district.admin, file(header, 'FIX0001Q,Dell,ProBook 440,laptop,A1,TF1'));
    expect(await planOf(district, file(header, 'FIX0001Q,HP,ProBook 440,laptop,A1,TF1'))).toEqual([
      'change MODEL_ADDED',
    ]);
    expect(await makersOf(district)).toEqual(['FIX0001Q HP ProBook 440']);
    expect(await planOf(district, file('Serial number,Manufacturer', 'FIX0001Q,HP'))).toEqual(['unchanged']);
  });

  it('with and without its maker in one file is one device, in either order', async () => {
    const district = await districtWithSites(app);
    const header = 'Serial number,Manufacturer,Model,Kind,Site';
    const rows = [
      'REP0001Q,Dell,Latitude 7420,laptop,A1',
      'REP0001Q,,Latitude 7420,laptop,A1',
      'REP0002Q,,Latitude 7420,laptop,A1',
      'REP0002Q,DELL INC.,Latitude 7420,laptop,A1',
      'REP0003Q,Dell,Latitude 7420,laptop,A1',
      'REP0003Q,Dell Technologies,Latitude 7420,laptop,A1',
    ];
    const outcomes = await planOf(district, file(header, ...rows));
    expect(outcomes.map((text) => text.split(' ', 2).join(' '))).toEqual([
      'add MODEL_ADDED',
      'refused REPEATED',
      expect.stringMatching(/^add /),
      'refused REPEATED',
      'add MODEL_ADDED',
      'refused REPEATED',
    ]);
    const { body } = await district.admin
      .put('/devices/batch')
      .send({
        rows: [
          { serialNumber: 'REP0009Q', manufacturer: 'Dell', model: 'Latitude 7420', site: 'A1' },
          { serialNumber: 'rep0009q', model: 'Latitude 7420', site: 'A1' },
        ],
      })
      .expect(200);
    expect((body as { results: unknown[] }).results).toMatchObject([
      { outcome: 'added' },
      { outcome: 'refused', code: 'TWICE' },
    ]);
    expect(await devicesOf(district)).toHaveLength(4);
  });

  it('on its maker’s label finds its device, whether the row names the maker or not', async () => {
    const district = await districtWithSites(app);
    const header = 'Serial number,Manufacturer,Model,Kind,Site';
    await load(app, district.admin, file(header, 'LR01ABCD,Lenovo,300e Chromebook,chromebook,A1'));
    const scanned = '1S20DA0015USLR01ABCD';
    expect(await planOf(district, file('Serial number,Site', `${scanned},B2`))).toEqual([
      'change LABEL_PREFIX_REMOVED',
    ]);
    expect(await planOf(district, file('Serial number,Manufacturer,Site', `${scanned},LENOVO,B2`))).toEqual([
      'unchanged LABEL_PREFIX_REMOVED',
    ]);
    expect(await makersOf(district)).toEqual(['LR01ABCD Lenovo 300e Chromebook']);
  });
});

describe('a maker', () => {
  const HEADER = 'Serial number,Manufacturer,Model,Kind,Site';

  it('is one by whatever name a file calls it, and models that differ in a sign stay two', async () => {
    const district = await districtWithSites(app);
    const csv = file(
      HEADER,
      'TWO0001Q,Microsoft,Surface Pro 7,laptop,A1',
      'TWO0002Q,Microsoft,Surface Pro 7+,laptop,A1',
      'TWO0003Q,ASUSTeK COMPUTER INC.,Chromebook C204,chromebook,A1',
      'TWO0004Q,ASUS,Chromebook C204,chromebook,A1',
    );
    expect(await planOf(district, csv)).toEqual([
      'add MODEL_ADDED',
      'add MODEL_ADDED',
      'add MAKER_RENAMED MODEL_ADDED',
      'add MODEL_ADDED',
    ]);
    expect(await makersOf(district)).toEqual([
      'TWO0001Q Microsoft Surface Pro 7',
      'TWO0002Q Microsoft Surface Pro 7+',
      'TWO0003Q ASUS Chromebook C204',
      'TWO0004Q ASUS Chromebook C204',
    ]);
    const again = csv
      .replace('Surface Pro 7+', 'SURFACE PRO 7 PLUS')
      .replace('Surface Pro 7,', ' surface  pro 7 ,');
    expect(await planOf(district, again)).toEqual([
      'unchanged',
      'unchanged MODEL_RENAMED',
      'unchanged MAKER_RENAMED',
      'unchanged',
    ]);
    const { body } = await district.admin.get('/models?limit=200').expect(200);
    expect((body as { items: { manufacturer: string; name: string }[] }).items).toHaveLength(3);
  });

  it('that the last version kept as two rows is matched as one, and no third is made', async () => {
    const district = await districtWithSites(app);
    const header = 'Serial number,Manufacturer,Model,Kind,Site';
    await load(
      app,
      district.admin,
      file(
        header,
        'OLD0001Q,ASUS,Chromebook C204,chromebook,A1',
        'OLD0002Q,Placeholder,Chromebook C204,chromebook,A1',
        'OLD0003Q,Elder,Chromebook C214,chromebook,A1',
      ),
    );
    // As the last version left them: a maker by its legal name, and keys that drop every sign.
    for (const maker of ['Placeholder', 'Elder']) {
      await app.source.query(
        `UPDATE device_models SET manufacturer = 'ASUSTeK COMPUTER', match_key = 'asustekcomputer' || lower(name), name_key = NULL
          WHERE district_id = $1 AND manufacturer = $2`,
        [district.id, maker],
      );
      await app.source.query(
        `UPDATE device_codes SET manufacturer = 'ASUSTEK COMPUTER' WHERE district_id = $1 AND manufacturer = $2`,
        [district.id, maker.toUpperCase()],
      );
    }
    await rekeyCatalog({ query: (text: string, values?: unknown[]) => app.source.query(text, values) });
    const models = async (): Promise<string[]> => {
      const { body } = await district.admin.get('/models?limit=200').expect(200);
      return (body as { items: { manufacturer: string; name: string }[] }).items.map(
        ({ manufacturer, name }) => `${manufacturer} ${name}`,
      );
    };
    const kept = ['ASUS Chromebook C204', 'ASUS Chromebook C204', 'ASUS Chromebook C214'];
    expect(await models()).toEqual(kept);
    const csv = file(
      header,
      'OLD0001Q,ASUSTeK COMPUTER INC.,Chromebook C204,chromebook,A1',
      'OLD0002Q,ASUS,Chromebook C204,chromebook,A1',
      'OLD0003Q,ASUS,Chromebook C214,chromebook,A1',
    );
    // The device of the doubled row moves to the one that files find.
    expect(await planOf(district, csv)).toEqual(['unchanged MAKER_RENAMED', 'change', 'unchanged']);
    expect(await planOf(district, csv)).toEqual(['unchanged MAKER_RENAMED', 'unchanged', 'unchanged']);
    expect(await models()).toEqual(kept);
    expect(await devicesOf(district)).toHaveLength(3);
    expect(await recounted(district)).toEqual([]);
  });

  it('that Rollcall does not know is one with and without its legal form, and its serial numbers are one maker’s', async () => {
    const district = await districtWithSites(app);
    expect(await planOf(district, file(HEADER, 'NIV0001Q,Nivek Industries,Deskbox 1,desktop,A1'))).toEqual([
      'add MODEL_ADDED',
    ]);
    expect(
      await planOf(district, file(HEADER, 'NIV0001Q,"NIVEK INDUSTRIES, INC.",deskbox 1,desktop,A1')),
    ).toEqual(['unchanged MAKER_RENAMED']);
  });
});
