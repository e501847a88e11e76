import type { FundingView } from '../../src/catalogue/catalogue.service.js';
import type { RedactedPerson } from '../../src/people/people.service.js';
import type { DeviceRetention } from '../../src/salvage/life/device-retentions.queries.js';
import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { LotDesk } from '../support/lot-desk.js';
import { textOf } from '../support/pdf-text.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const ECF = {
  records: 'asset_records',
  years: 10,
  countsFrom: 'last_service',
  fromOn: daysAgo(400),
  keepsNames: true,
  source: '47 CFR 54.1715',
};
const ASSETS = {
  records: 'asset_records',
  years: 10,
  countsFrom: 'purchase',
  fromOn: null,
  keepsNames: false,
  source: '47 CFR 54.516',
};
const DOCUMENTS = { ...ASSETS, records: 'documents', countsFrom: 'funding_year', fromOn: '2025-06-30' };
const EQUIPMENT = { ...ASSETS, records: 'equipment_records', years: 3, countsFrom: 'disposal' };

const fund = async (...retentions: object[]): Promise<FundingView> =>
  (await here.admin.post('/funding-sources').send({ name: 'Grant', retentions }).expect(201))
    .body as FundingView;

const change = (id: string, body: object) =>
  here.admin.patch(`/funding-sources/${id}`).set('if-match', '*').send(body);

const granted = (more: object = {}): Promise<DeviceJson> =>
  here.add({ fundingSource: 'Grant', purchasedOn: '2024-02-29', ...more });

const retentionOf = async (id: string): Promise<DeviceRetention> =>
  (await here.admin.get(`/devices/${id}/retention`).expect(200)).body as DeviceRetention;

/** A person who had the device, and returned it. */
async function borrower(deviceId: string): Promise<string> {
  const { body } = await here.admin
    .post('/people')
    .send({ externalId: 's-1', role: 'student', givenName: 'Ada', familyName: 'Park', site: 'A' })
    .expect(201);
  const { id } = body as { id: string };
  await here.change(deviceId, { status: 'deployed', holder: 's-1' });
  await here.change(deviceId, { status: 'in_stock', holder: null });
  return id;
}

describe('the rules of a funding source', () => {
  it('are stored in their order, replaced as a whole, and kept by other changes', async () => {
    const { id, retentions } = await fund(DOCUMENTS, ASSETS);
    expect(retentions).toEqual([DOCUMENTS, ASSETS]);
    const renamed = await change(id, { name: 'E-rate' }).expect(200);
    expect((renamed.body as FundingView).retentions).toEqual([DOCUMENTS, ASSETS]);
    await change(id, { retentions: [ECF] }).expect(200);
    const { body } = await here.admin.get(`/funding-sources/${id}`).expect(200);
    expect((body as FundingView).retentions).toEqual([ECF]);
    const none = await change(id, { retentions: [] }).expect(200);
    expect((none.body as FundingView).retentions).toEqual([]);
  });

  it('count from a day of the award only where the rule counts from the award', async () => {
    const { id } = await fund();
    const answer = await change(id, { retentions: [DOCUMENTS, { ...ASSETS, fromOn: '2025-01-01' }] });
    expect(answer.status).toBe(400);
    expect((answer.body as Problem).errors).toMatchObject([
      { field: 'retentions.1.fromOn', code: 'NOT_FOR_DEVICE_DAYS' },
    ]);
    await change(id, { retentions: [{ ...ASSETS, source: ' ' }] }).expect(400);
  });

  it('can be copied from a list, whose every rule is accepted', async () => {
    const { body } = await here.admin.get('/funding-sources/known-retentions').expect(200);
    const { items } = body as { items: { name: string; rules: object[] }[] };
    expect(items.map(({ name }) => name)).toContain('Emergency Connectivity Fund');
    const { retentions } = await fund(...items.flatMap(({ rules }) => rules));
    expect(retentions).toHaveLength(6);
    const told = retentions.map(({ years, countsFrom, source }) => [years, countsFrom, source]);
    expect(told.slice(0, 5)).toEqual([
      [10, 'last_service', '47 CFR 54.1715'],
      [10, 'funding_year', '47 CFR 54.516'],
      [10, 'purchase', '47 CFR 54.516'],
      [3, 'final_report', '2 CFR 200.334'],
      [3, 'disposal', '2 CFR 200.334'],
    ]);
  });
});

describe('the records of a device', () => {
  it('must be kept until the latest end of the rules of its funding source', async () => {
    await fund(DOCUMENTS, ASSETS);
    const { id } = await granted();
    expect(await retentionOf(id)).toMatchObject({
      fundingSource: 'Grant',
      keepUntil: '2035-06-30',
      isOpenEnded: false,
      rules: [
        { records: 'documents', from: '2025-06-30', until: '2035-06-30', source: '47 CFR 54.516' },
        { records: 'asset_records', from: '2024-02-29', until: '2034-02-28' },
      ],
    });
  });

  it('are kept without an end while the day is not known from which the years count', async () => {
    await fund(ASSETS, EQUIPMENT);
    const { id } = await granted();
    expect(await retentionOf(id)).toMatchObject({
      keepUntil: null,
      isOpenEnded: true,
      rules: [{ until: '2034-02-28' }, { countsFrom: 'disposal', from: null, until: null }],
    });
    // It left four years ago, as an administrator's file says.
    await app.source.query(
      `UPDATE devices SET status = 'disposed', disposal_route = 'historical', status_since = $3
        WHERE district_id = $1 AND id = $2`,
      [here.district.id, id, '2022-03-01T20:00:00Z'],
    );
    expect(await retentionOf(id)).toMatchObject({
      keepUntil: '2034-02-28',
      isOpenEnded: false,
      rules: [{}, { from: '2022-03-01', until: '2025-03-01' }],
    });
  });

  it('have no end to show without a rule, or out of reach', async () => {
    const { id } = await here.add();
    expect(await retentionOf(id)).toEqual({
      fundingSource: null,
      keepUntil: null,
      isOpenEnded: false,
      rules: [],
    });
    const other = await app.user(here.district, 'technician', { sites: ['B'] });
    await other.get(`/devices/${id}/retention`).expect(404);
  });

  it('say on the life of the device how long they are kept, and why', async () => {
    await fund(DOCUMENTS, ASSETS);
    const { id } = await granted();
    const paper = await new LotDesk(here, here.admin).bytes(`/devices/${id}/life.pdf`);
    const text = (await textOf(paper)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Records must be kept until: 2035-06-30.');
    expect(text).toContain('10 years from the purchase (2024-02-29), until 2034-02-28');
  });
});

describe('removing the name of somebody who had a device of a grant', () => {
  it('is refused while the grant wants to know who had the device', async () => {
    const { id: fundId } = await fund(ASSETS, ECF);
    const { id, assetTag } = await granted();
    const person = await borrower(id);
    const redact = () => here.admin.post(`/people/${person}/redaction`);
    const { body } = await redact().expect(409);
    expect((body as Problem).code).toBe('NAME_KEPT_FOR_GRANT');
    for (const part of [assetTag, 'Grant', '47 CFR 54.1715'])
      expect((body as Problem).detail).toContain(part);
    // The day of the award is not known: the name stays.
    await change(fundId, { retentions: [{ ...ECF, fromOn: null }] }).expect(200);
    expect(((await redact().expect(409)).body as Problem).detail).toContain('the last day is not known');
    // The last day itself still counts, and the day after it does not.
    const tenYearsAgo = (days: number): string => {
      const day = new Date(Date.parse(daysAgo(days)));
      day.setUTCFullYear(day.getUTCFullYear() - 10);
      return day.toISOString().slice(0, 10);
    };
    await change(fundId, { retentions: [{ ...ECF, fromOn: tenYearsAgo(0) }] }).expect(200);
    await redact().expect(409);
    expect(await nameOf(person)).toBe('Park');
    await change(fundId, { retentions: [{ ...ECF, fromOn: tenYearsAgo(1) }] }).expect(200);
    await redact().expect(200);
    expect(await nameOf(person)).toBeNull();
  });

  it('keeps the loans, the ID and the records of the device, and says what was kept and why', async () => {
    await fund(ASSETS);
    const { id, assetTag } = await granted();
    const person = await borrower(id);
    const evidence = (): Promise<unknown> =>
      app.source.query(
        `SELECT c.loaned_at, c.returned_at, c.person_id, p.external_id,
                (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.id) FROM device_events e
                  WHERE e.district_id = $1 AND e.device_id = $2) AS events,
                (SELECT to_jsonb(d) FROM devices d WHERE d.district_id = $1 AND d.id = $2) AS device
           FROM custody c JOIN people p ON p.district_id = $1 AND p.id = c.person_id
          WHERE c.district_id = $1 AND c.device_id = $2`,
        [here.district.id, id],
      );
    const before = await evidence();
    const { body } = await here.admin.post(`/people/${person}/redaction`).expect(200);
    expect((body as RedactedPerson).kept).toEqual([
      {
        device: assetTag,
        fundingSource: 'Grant',
        until: '2034-02-28',
        years: 10,
        countsFrom: 'purchase',
        source: '47 CFR 54.516',
      },
    ]);
    expect(await nameOf(person)).toBeNull();
    expect(before).toMatchObject([{ person_id: person, external_id: 's-1' }]);
    expect(await evidence()).toEqual(before);
    const again = await here.admin.post(`/people/${person}/redaction`).expect(200);
    expect((again.body as RedactedPerson).kept).toHaveLength(1);
  });

  it('keeps nothing for a grant that has let go, or for a device without one', async () => {
    await fund({ ...ASSETS, years: 1 });
    const { id } = await granted();
    const person = await borrower(id);
    const { body } = await here.admin.post(`/people/${person}/redaction`).expect(200);
    expect((body as RedactedPerson).kept).toEqual([]);
  });

  it('cannot be got around: by a blank name, by another funding source, or by a merge', async () => {
    await fund(ECF);
    await here.admin.post('/funding-sources').send({ name: 'General' }).expect(201);
    const device = await granted();
    const person = await borrower(device.id);
    const codeOf = async (answer: PromiseLike<{ status: number; body: unknown }>): Promise<unknown> => {
      const { status, body } = await answer;
      return status === 200 ? 200 : (body as Problem).code;
    };
    const enter = (body: object) => here.admin.patch(`/people/${person}`).set('if-match', '*').send(body);
    const redact = () => here.admin.post(`/people/${person}/redaction`);
    for (const body of [
      { givenName: null, familyName: null, email: null },
      { familyName: null },
      { givenName: null },
    ])
      expect(await codeOf(enter(body))).toBe('NAME_KEPT_FOR_GRANT');
    expect(await codeOf(enter({ familyName: 'Park-Lee' }))).toBe(200);
    expect(await nameOf(person)).toBe('Park-Lee');

    await here.change(device.id, { fundingSource: 'General' });
    expect(await codeOf(redact())).toBe('NAME_KEPT_FOR_GRANT');
    expect(await retentionOf(device.id)).toMatchObject({
      fundingSource: 'General',
      rules: [{ fundingSource: 'Grant', source: '47 CFR 54.1715' }],
    });
    const survivor = await here.add({ fundingSource: 'General', assetTag: 'SURVIVOR' });
    await here.admin
      .post(`/devices/${survivor.id}/merge`)
      .set('if-match', '*')
      .send({ duplicateId: device.id, note: 'One device.' })
      .expect(200);
    expect(await codeOf(redact())).toBe('NAME_KEPT_FOR_GRANT');
  });

  it('is free again after a funding source that was entered by mistake was undone', async () => {
    await fund(ECF);
    const device = await here.add();
    const person = await borrower(device.id);
    await here.change(device.id, { fundingSource: 'Grant' });
    const redact = () => here.admin.post(`/people/${person}/redaction`);
    await redact().expect(409);
    const [wrong] = (await here.events(device.id)).filter(({ changes }) => 'fundingSourceId' in changes);
    await here.undo(wrong?.changeSetId ?? '');
    await redact().expect(200);
  });

  it('says what has to happen first, and ends with a device that was never there', async () => {
    await fund({ ...EQUIPMENT, keepsNames: true });
    const device = await granted();
    const person = await borrower(device.id);
    const { body } = await here.admin.post(`/people/${person}/redaction`).expect(409);
    expect((body as Problem).detail).toContain(
      'until 3 years have passed since the device left the district',
    );
    await here.admin
      .post(`/devices/${device.id}/void`)
      .set('if-match', '*')
      .send({ note: 'A slip.' })
      .expect(200);
    await here.admin.post(`/people/${person}/redaction`).expect(200);
  });
});

async function nameOf(person: string): Promise<string | null> {
  const [row] = await app.source.query<{ family_name: string | null }[]>(
    `SELECT family_name FROM people WHERE district_id = $1 AND id = $2`,
    [here.district.id, person],
  );
  return row?.family_name ?? null;
}
