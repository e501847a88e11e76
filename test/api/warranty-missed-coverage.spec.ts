import { randomUUID } from 'node:crypto';
import { chooseCoverage, type KnownCoverage } from '../../src/warranty/claims/claim-coverage.js';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type {
  MissedCoverage,
  MissedTotals,
  UnclaimedRepair,
} from '../../src/warranty/figures/missed-coverage.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';

let app: TestApp;
let here: Register;
let technician: TestUser;
let deviceId: string;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  for (const name of ['Lenovo', 'Depot'])
    await here.admin
      .post('/vendors')
      .send({ name, roles: ['depot'] })
      .expect(201);
  deviceId = (await here.add()).id;
});

afterAll(() => app.close());

async function cover(more: object = {}): Promise<string> {
  const coverage = {
    deviceId,
    vendor: 'lenovo',
    kind: 'manufacturer',
    startsOn: daysAgo(300),
    endsOn: daysAgo(-300),
  };
  const { body } = await here.admin
    .post('/coverages')
    .send({ ...coverage, ...more })
    .expect(201);
  return (body as { id: string }).id;
}

/** A claim whose vendor invoiced an amount. */
async function invoiced(cents: number, more: object = {}): Promise<ClaimDetail> {
  const claim = {
    deviceId,
    vendor: 'depot',
    category: 'screen',
    observed: 'Dark.',
    staysInUse: true,
    ...more,
  };
  const { id } = (await here.admin.post('/claims').send(claim).expect(201)).body as ClaimDetail;
  return (
    await here.admin
      .patch(`/claims/${id}`)
      .set('if-match', '*')
      .send({ costInvoicedCents: cents })
      .expect(200)
  ).body as ClaimDetail;
}

const missed = async (query = '', user = technician): Promise<MissedCoverage[]> =>
  ((await user.get(`/warranty/missed-coverage?${query}`).expect(200)).body as { items: MissedCoverage[] })
    .items;

const totals = async (query = '', user = technician): Promise<MissedTotals> =>
  (await user.get(`/warranty/missed-coverage/totals?${query}`).expect(200)).body as MissedTotals;

const repairs = async (user = technician): Promise<UnclaimedRepair[]> =>
  ((await user.get('/warranty/missed-coverage/repairs').expect(200)).body as { items: UnclaimedRepair[] })
    .items;

describe('an invoice', () => {
  it('counts if the coverage of another vendor would have paid it', async () => {
    await cover();
    const claim = await invoiced(12_000);
    expect(claim.warnings.map(({ code }) => code)).toEqual(['NO_COVERAGE_OF_VENDOR']);
    expect(await missed()).toMatchObject([
      {
        id: claim.id,
        vendorName: 'Depot',
        coverageVendorName: 'Lenovo',
        paidCents: 12_000,
        missedCents: 12_000,
      },
    ]);
    expect(await totals()).toEqual({
      claims: 1,
      paidCents: 12_000,
      missedCents: 12_000,
      unclaimedRepairs: 0,
    });
  });

  it('counts above the deductible and up to the cap, by the coverage that pays most', async () => {
    await cover({ deductibleCents: 4_900, repairCapCents: 5_000 });
    await invoiced(12_000);
    // 7,100 are above the deductible, and the cap is 5,000.
    expect(await missed()).toMatchObject([{ missedCents: 5_000 }]);
    const better = await cover({ kind: 'extended', deductibleCents: 4_900 });
    expect(await missed()).toMatchObject([{ missedCents: 7_100, coverageId: better }]);
  });

  it.each([
    ['is below the deductible', { deductibleCents: 12_000 }, {}],
    ['is for an accident, which the coverage does not pay', {}, { isAccidental: true }],
    ['is for something that is excluded', { excludes: ['battery'] }, { category: 'battery' }],
    ['is of a day before the coverage', { startsOn: daysAgo(-1) }, {}],
    ['is of a day after the coverage', { endsOn: daysAgo(1) }, {}],
    ['is within the waiting period', { waitingDays: 365 }, {}],
  ])('does not count if it %s', async (_, coverage, claim) => {
    await cover(coverage);
    await invoiced(12_000, claim);
    expect(await missed()).toEqual([]);
    expect(await totals()).toMatchObject({ claims: 0, paidCents: 0, missedCents: 0 });
  });

  it('does not count if the incidents were used up, or the claim was cancelled', async () => {
    await cover({ incidentsInTotal: 1 });
    const first = await invoiced(100, { vendor: 'lenovo' });
    await invoiced(12_000, { category: 'hinge' });
    expect(await missed()).toMatchObject([{ id: first.id }]);
    await here.admin
      .post(`/claims/${first.id}/steps`)
      .send({ step: 'cancel', reason: 'It works.' })
      .expect(200);
    // The incident is free again, so the second claim could have used it.
    expect(await missed()).toMatchObject([{ missedCents: 12_000 }]);
  });

  describe('of a plan whose devices share incidents', () => {
    const PLAN = { kind: 'accidental_damage', contractNumber: 'PO-118' };
    const FELL = { isAccidental: true };

    const pool = (incidents: number): PromiseLike<unknown> =>
      here.admin
        .post('/incident-pools')
        .send({ ...PLAN, vendor: 'lenovo', name: 'Purchase 118', incidents })
        .expect(201);

    /** A claim of another device that takes an incident of the plan. */
    async function taken(): Promise<ClaimDetail> {
      const own = deviceId;
      deviceId = (await here.add()).id;
      await cover(PLAN);
      const claim = await invoiced(0, { ...FELL, vendor: 'lenovo' });
      deviceId = own;
      return claim;
    }

    it('does not count if another claim had taken the last incident by then', async () => {
      await pool(1);
      await cover(PLAN);
      const first = await taken();
      expect(first.poolId).not.toBeNull();
      const second = await invoiced(12_000, FELL);
      expect(await missed()).toEqual([]);
      expect(await totals()).toMatchObject({ claims: 0, missedCents: 0 });
      await here.admin
        .post(`/claims/${first.id}/steps`)
        .send({ step: 'cancel', reason: 'It works.' })
        .expect(200);
      // The incident is free again, so the second claim could have used it.
      expect(await missed()).toMatchObject([{ id: second.id, missedCents: 12_000 }]);
    });

    it('counts if an incident was left on that day, or the claim has one itself', async () => {
      await pool(2);
      await cover(PLAN);
      await taken();
      // By the depot, so that it takes no incident although one is left.
      const early = await invoiced(12_000, FELL);
      await taken();
      const late = await invoiced(12_000, { ...FELL, category: 'hinge' });
      expect((await missed()).map(({ id }) => id)).toEqual([early.id]);
      await here.admin
        .patch(`/incident-pools/${(await pools())[0]?.id}`)
        .set('if-match', '*')
        .send({ incidents: 3 })
        .expect(200);
      const own = await invoiced(12_000, { ...FELL, category: 'keyboard', vendor: 'lenovo' });
      expect(own.poolId).not.toBeNull();
      expect((await missed()).map(({ id }) => id)).toEqual([own.id, late.id, early.id]);
    });

    const pools = async (): Promise<{ id: string }[]> =>
      ((await here.admin.get('/incident-pools').expect(200)).body as { items: { id: string }[] }).items;
  });

  it('is shown to those who see its device, from a day on, by site, and as a file', async () => {
    await cover();
    const { number } = await invoiced(12_000);
    expect(await missed('', await app.user(here.district, 'technician', { sites: ['B'] }))).toEqual([]);
    expect(await missed(`from=${daysAgo(-1)}`)).toEqual([]);
    expect(await totals(`from=${daysAgo(-1)}`)).toMatchObject({ claims: 0 });
    expect(await missed('site=A')).toHaveLength(1);
    expect(await missed('site=B')).toEqual([]);
    const bytes = await download(technician, 'warranty/missed-coverage?format=csv');
    expect(bytes.toString('utf8')).toContain(`${number},`);
    expect(bytes.toString('utf8')).toContain('120.00');
  });
});

describe('the rule in SQL', () => {
  /** A seeded generator (mulberry32). */
  const random = (
    (state) =>
    (below: number): number => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    }
  )(20_261_130);
  const one = <T>(values: readonly T[]): T => values[random(values.length)] as T;
  const noon = (days: number): string => `${daysAgo(days)}T20:00:00Z`;

  it('finds the same claims as the rule by which coverages are chosen, on 600 claims', async () => {
    const device = { manufacturer: 'Lenovo', model: '300e', kind: 'chromebook', site: 'A' };
    const { results } = await here.batch(
      Array.from({ length: 120 }, (_, i) => ({ ...device, assetTag: `RULE-${i}` })),
    );
    const { body } = await here.admin.get('/vendors').expect(200);
    const [{ id: vendor_id } = { id: '' }] = (body as { items: { id: string }[] }).items;
    const coverages: object[] = [];
    const claims: object[] = [];
    const expected: number[] = [];
    for (const result of results) {
      const { id: device_id } = result as unknown as { id: string };
      const known: KnownCoverage[] = ['0', '1'].map((contract_number) => {
        const id = randomUUID();
        const kind = one(['manufacturer', 'accidental_damage', 'battery', 'extended'] as const);
        const [startsOn, lastOn] = [daysAgo(one([900, 731, 366, 200])), daysAgo(one([150, 60, -100]))];
        const [waitingDays, excludes] = [one([0, 0, 30]), one([[], [], ['battery'], ['liquid']] as const)];
        const [incidentsAYear, incidentsInTotal] = [one([null, 1]), one([null, 2])];
        coverages.push({
          id,
          device_id,
          vendor_id,
          kind,
          contract_number,
          excludes,
          on_replacement: 'ends',
          starts_on: startsOn,
          ends_on: lastOn,
          waiting_days: waitingDays,
          source: 'person',
          version: 1,
          incidents_a_year: incidentsAYear,
          incidents_in_total: incidentsInTotal,
          source_at: noon(0),
          created_at: noon(0),
          updated_at: noon(0),
        });
        const days = { startsOn, lastOn, waitingDays, excludes };
        return { ...days, id, kind, vendorId: vendor_id, incidentsAYear, incidentsInTotal, incidentsOn: [] };
      });
      const incidents = new Map<string, string[]>();
      for (const days of [800, 400, 300, 170, 20]) {
        const fault = {
          category: one(['screen', 'battery', 'liquid'] as const),
          isAccidental: random(3) === 0,
          on: daysAgo(days),
          hasOthers: false,
        };
        const { coverage, warnings } = chooseCoverage(
          known.map((each) => ({ ...each, incidentsOn: incidents.get(each.id) ?? [] })),
          fault,
        );
        const sequence = claims.length + 1;
        if (warnings.length === 0) expected.push(sequence);
        // The claim uses the coverage that is chosen for it, also if it is warned of.
        if (coverage) incidents.set(coverage.id, [...(incidents.get(coverage.id) ?? []), fault.on]);
        claims.push({
          id: randomUUID(),
          sequence,
          number: `C-${sequence}`,
          device_id,
          vendor_id,
          site_id: here.siteIds['A'],
          coverage_id: coverage?.id,
          category: fault.category,
          is_accidental: fault.isAccidental,
          observed: 'Dark.',
          warnings: [],
          state: 'closed',
          version: 1,
          resubmissions: 0,
          cost_invoiced_cents: 100,
          opened_at: noon(days),
          updated_at: noon(0),
          minutes_run: 0,
          escalation_level: 0,
          breach_minutes: 0,
        });
      }
    }
    await insert('coverages', coverages);
    await insert('claims', claims);
    expect(expected.length).toBeGreaterThan(100);
    expect(expected.length).toBeLessThan(500);
    const bytes = await download(here.admin, 'warranty/missed-coverage?format=csv&sort=number');
    const found = [...bytes.toString('utf8').matchAll(/^C-(\d+),/gm)].map(([, sequence]) => Number(sequence));
    expect(found).toEqual(expected);
  });

  async function insert(table: 'coverages' | 'claims', rows: readonly object[]): Promise<void> {
    const columns = Object.keys(Object.assign({}, ...rows) as object).join(', ');
    await app.source.query(
      `INSERT INTO ${table} (district_id, ${columns})
       SELECT $1, ${columns} FROM jsonb_populate_recordset(NULL::${table}, $2::jsonb)`,
      [here.district.id, JSON.stringify(rows)],
    );
  }
});

describe('a device in repair', () => {
  it('counts while it has no claim and a coverage for defects has not ended', async () => {
    await cover({ kind: 'battery' });
    await here.change(deviceId, { status: 'in_repair' });
    expect(await repairs()).toEqual([]);
    await cover();
    expect(await repairs()).toMatchObject([
      { id: deviceId, coverageVendorName: 'Lenovo', coveredUntil: daysAgo(-300) },
    ]);
    expect(await totals()).toMatchObject({ unclaimedRepairs: 1 });
    expect(await repairs(await app.user(here.district, 'technician', { sites: ['B'] }))).toEqual([]);
    await invoiced(0, { vendor: 'lenovo' });
    expect(await repairs()).toEqual([]);
  });

  it('does not count for a claim that was closed shortly before', async () => {
    await cover();
    const { id } = await invoiced(0, { vendor: 'lenovo' });
    const ended = (days: number): Promise<unknown> =>
      app.source.query(
        `UPDATE claims SET state = 'closed', opened_at = now() - make_interval(days => $3) WHERE district_id = $1 AND id = $2`,
        [here.district.id, id, days],
      );
    await here.change(deviceId, { status: 'in_repair' });
    await ended(29);
    expect(await repairs()).toEqual([]);
    await ended(31);
    expect(await repairs()).toHaveLength(1);
  });
});
