import pg from 'pg';
import type { ScanAction } from '../../src/scanning/actions/scan-action.js';
import { ScanActions, type ScanActionView } from '../../src/scanning/actions/scan-actions.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { scanOf, type ScanResultJson, sendScans } from '../support/scans.js';

let app: TestApp;
let owner: pg.Client;
let here: Register;
let tech: TestUser;

/** What another module would register: a fault is noted in a table of its own, once for each device. */
const NOTE_FAULT: ScanAction = {
  name: 'note_fault',
  label: { en: 'Note a fault', es: 'Anotar una falla' },
  help: { en: 'It is broken.', es: 'Está roto.' },
  done: { en: 'Fault noted', es: 'Falla anotada' },
  fromAnywhere: false,
  fields: ['site', 'note'],
  required: ['site'],
  questions: [
    {
      name: 'category',
      label: { en: 'What is broken', es: 'Qué está roto' },
      choices: [
        { value: 'screen', label: { en: 'Screen', es: 'Pantalla' } },
        { value: 'battery', label: { en: 'Battery', es: 'Batería' } },
      ],
      isRequired: true,
    },
    { name: 'seenBy', label: { en: 'Seen by', es: 'Visto por' }, isRequired: false },
  ],
  changesPlace: true,
  statusAfter: 'in_repair',
  change: () => ({ status: 'in_repair' }),
  rows: {
    async judge(tx, scope, scans) {
      const rows = await tx.query<{ id: string }[]>(
        `SELECT device_id AS id FROM test_faults WHERE district_id = $1 AND device_id = ANY ($2)`,
        [scope.districtId, scans.map(({ device }) => device.id)],
      );
      return scans.map(({ device }) =>
        rows.some(({ id }) => id === device.id)
          ? { code: 'FAULT_NOTED', detail: 'A fault of this device is noted already.', waits: true }
          : null,
      );
    },
    async write(tx, scope, scans) {
      await tx.query(
        `INSERT INTO test_faults (district_id, scan_id, device_id, category, status)
         SELECT $1, n.* FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS n`,
        [
          scope.districtId,
          scans.map(({ scanId }) => scanId),
          scans.map(({ device }) => device.id),
          scans.map(({ said }) => said.answers?.['category']),
          scans.map(({ device }) => device.status),
        ],
      );
    },
    async takeBack(tx, scope, { scanId }) {
      const [noted] = await tx.query<{ isSent: boolean }[]>(
        `SELECT is_sent AS "isSent" FROM test_faults WHERE district_id = $1 AND scan_id = $2 FOR UPDATE`,
        [scope.districtId, scanId],
      );
      if (noted?.isSent) return 'the fault is with the vendor already';
      await tx.query(`DELETE FROM test_faults WHERE district_id = $1 AND scan_id = $2`, [
        scope.districtId,
        scanId,
      ]);
      return null;
    },
  },
};

const ADMINS_ONLY: ScanAction = {
  ...NOTE_FAULT,
  name: 'close_fault',
  permission: 'devices:admin',
  questions: [],
  rows: undefined,
};

beforeAll(async () => {
  app = await testApp({});
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query(`
    CREATE TABLE test_faults (district_id uuid, scan_id uuid, device_id uuid, category text NOT NULL,
      status text NOT NULL, is_sent boolean NOT NULL DEFAULT false, PRIMARY KEY (district_id, scan_id),
      UNIQUE (district_id, device_id));
    GRANT ALL ON test_faults TO rollcall_app`);
  app.get(ScanActions).register(NOTE_FAULT);
  app.get(ScanActions).register(ADMINS_ONLY);
});

beforeEach(async () => {
  here = await register(app);
  tech = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

const SCREEN = { site: 'A', answers: [{ question: 'category', answer: 'screen' }] };

async function faults(): Promise<{ scan_id: string; category: string; status: string }[]> {
  const { rows } = await owner.query<{ scan_id: string; category: string; status: string }>(
    `SELECT scan_id, category, status FROM test_faults WHERE district_id = $1`,
    [here.district.id],
  );
  return rows;
}

async function fault(tag: string, more: object = SCREEN): Promise<ScanResultJson | undefined> {
  return (await sendScans(tech, [scanOf(tag, 'note_fault', more)]))[0];
}

describe('the list of actions', () => {
  it('says what each one is called, asks and changes, to who may do it', async () => {
    const listed = async (user: TestUser): Promise<ScanActionView[]> =>
      ((await user.get('/field/actions').expect(200)).body as { items: ScanActionView[] }).items;
    const forTechnician = await listed(tech);
    expect(forTechnician.map(({ name }) => name).join(' ')).toBe(
      'seen move deploy return repair retire missing count claim ship_to_vendor back_from_vendor assess wipe ' +
        'add_to_lot check_out_of_lot note_fault',
    );
    expect(forTechnician[1]).toEqual({
      name: 'move',
      label: { en: 'Move here', es: 'Mover aquí' },
      help: {
        en: 'Move the device to this site, room or cart.',
        es: 'Mueve el dispositivo a este sitio, salón o carrito.',
      },
      done: { en: 'Moved here', es: 'Movido aquí' },
      fromAnywhere: true,
      fields: ['site', 'room', 'cart'],
      required: ['site'],
      questions: [],
      results: [],
      changesPlace: true,
      statusAfter: null,
      findsMissing: true,
      suitsRetired: false,
    });
    expect(forTechnician.at(-1)).toMatchObject({
      statusAfter: 'in_repair',
      questions: [{ name: 'category', isRequired: true }, { name: 'seenBy' }],
    });
    expect((await listed(here.admin)).at(-1)).toMatchObject({ name: 'close_fault' });
  });

  it('has no name twice', () => {
    expect(() => app.get(ScanActions).register(NOTE_FAULT)).toThrow('registered twice');
  });
});

describe('an action with a permission of its own', () => {
  it('waits for somebody who has it', async () => {
    const { id, assetTag } = await here.add();
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', 'close_fault', { site: 'A' })]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'OUT_OF_SCOPE' });
    expect((await here.find(id)).version).toBe(1);
    await here.admin.post(`/conflicts/${result?.id}/resolution`).send({ decision: 'apply' }).expect(200);
    expect((await here.find(id)).status).toBe('in_repair');
  });
});

describe('a field that an action does not use', () => {
  it.each([
    ['return', 'person', { site: 'A', person: 'S-1' }],
    ['return', 'cart', { site: 'A', cart: 'Cart 9' }],
    ['move', 'dueOn', { site: 'A', dueOn: '2027-06-01' }],
    ['seen', 'person', { site: 'A', person: 'S-1' }],
    ['seen', 'undoes', { site: 'A', undoes: '0199e6a0-0000-7000-8000-000000000000' }],
  ])('is refused, and %s with %s changes nothing', async (action, field, said) => {
    const { id, assetTag } = await here.add();
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', action, said)]);
    expect(result).toMatchObject({ outcome: 'refused', code: 'INVALID_SCAN' });
    expect(result?.detail).toContain(`does not use the field ${field}`);
    expect(await here.find(id)).toMatchObject({ version: 1, cart: null });
  });
});

describe('the questions of an action', () => {
  it.each([
    ['needs an answer to "category"', []],
    ['needs an answer to "category"', [{ question: 'category', answer: '  ' }]],
    ['"category" must be one of these: screen, battery', [{ question: 'category', answer: 'hinge' }]],
    ['has no question "color"', [...SCREEN.answers, { question: 'color', answer: 'red' }]],
    ['"category" is answered more than once', [...SCREEN.answers, ...SCREEN.answers]],
  ])('refuse: %s', async (detail, answers) => {
    const { assetTag } = await here.add();
    expect(await fault(assetTag ?? '', { site: 'A', answers })).toMatchObject({
      outcome: 'refused',
      code: 'INVALID_SCAN',
      detail: expect.stringContaining(detail),
    });
    expect(await faults()).toEqual([]);
  });

  it('are asked by no other action', async () => {
    const { assetTag } = await here.add();
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', 'seen', SCREEN)]);
    expect(result).toMatchObject({
      code: 'INVALID_SCAN',
      detail: 'The action seen has no question "category".',
    });
  });
});

describe('rows of an action', () => {
  it('are written with the change of the device, which they see as it is now', async () => {
    const { id, assetTag } = await here.add();
    const result = await fault(assetTag ?? '');
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(await here.find(id)).toMatchObject({ status: 'in_repair', version: 2 });
    expect(await faults()).toEqual([{ scan_id: result?.id, category: 'screen', status: 'in_repair' }]);
  });

  it('are written once for scans that are sent again, by ten at once', async () => {
    const { assetTag } = await here.add();
    const scan = scanOf(assetTag ?? '', 'note_fault', SCREEN);
    await Promise.all(Array.from({ length: 10 }, () => sendScans(tech, [scan])));
    expect(await faults()).toHaveLength(1);
  });

  it('are not written where the device refuses the change', async () => {
    const { id, assetTag } = await here.add({ inServiceOn: '2020-01-01' });
    await here.change(id, { status: 'retired' });
    expect(await fault(assetTag ?? '')).toMatchObject({ outcome: 'conflict', code: 'DEVICE_ILLEGAL_MOVE' });
    expect(await faults()).toEqual([]);
  });

  it('may be refused by their module before anything changes, and wait in the inbox', async () => {
    const { id, assetTag } = await here.add();
    await fault(assetTag ?? '');
    await here.change(id, { status: 'in_stock' });
    const second = await fault(assetTag ?? '');
    expect(second).toMatchObject({ outcome: 'conflict', code: 'FAULT_NOTED' });
    expect(await here.find(id)).toMatchObject({ status: 'in_stock', version: 3 });
    // Decided again while nothing has changed it waits on; once the module allows it, it is applied.
    const decide = (): Promise<unknown> =>
      here.admin.post(`/conflicts/${second?.id}/resolution`).send({ decision: 'apply' });
    await decide();
    expect(await faults()).toHaveLength(1);
    await owner.query(`DELETE FROM test_faults WHERE district_id = $1`, [here.district.id]);
    await decide();
    expect(await faults()).toMatchObject([{ scan_id: second?.id }]);
    expect(await here.find(id)).toMatchObject({ status: 'in_repair' });
  });

  it('of a code that nobody knew are written once it is known', async () => {
    const unknown = await fault('NEW-FAULT-1');
    expect(unknown).toMatchObject({ outcome: 'unknown' });
    await here.add({ assetTag: 'NEW-FAULT-1' });
    await here.admin.post('/unknown-codes/retry').send({ code: 'NEW-FAULT-1' }).expect(200);
    expect(await faults()).toMatchObject([{ scan_id: unknown?.id }]);
  });
});

describe('an undo of such a scan', () => {
  const undo = async (scanId: string | undefined, tag: string): Promise<ScanResultJson | undefined> =>
    (await sendScans(tech, [scanOf(tag, 'undo', { undoes: scanId })]))[0];

  it('takes back the rows and the change', async () => {
    const { id, assetTag } = await here.add();
    const result = await fault(assetTag ?? '');
    expect(await undo(result?.id, assetTag ?? '')).toMatchObject({ outcome: 'applied' });
    expect(await faults()).toEqual([]);
    expect((await here.find(id)).status).toBe('in_stock');
  });

  it('takes back neither where the module says no', async () => {
    const { id, assetTag } = await here.add();
    const result = await fault(assetTag ?? '');
    await owner.query(`UPDATE test_faults SET is_sent = true WHERE scan_id = $1`, [result?.id]);
    expect(await undo(result?.id, assetTag ?? '')).toMatchObject({
      outcome: 'refused',
      detail: 'the fault is with the vendor already',
    });
    expect((await here.find(id)).status).toBe('in_repair');
  });

  it('takes back neither where the device was changed since', async () => {
    const { id, assetTag } = await here.add();
    const result = await fault(assetTag ?? '');
    await here.change(id, { status: 'in_stock' });
    expect(await undo(result?.id, assetTag ?? '')).toMatchObject({
      outcome: 'refused',
      code: 'CHANGED_MEANWHILE',
    });
    expect(await faults()).toHaveLength(1);
  });
});

describe('a device that is reported missing by a scan', () => {
  const answers = (given: Record<string, string>): object => ({
    answers: Object.entries(given).map(([question, answer]) => ({ question, answer })),
  });
  const report = async (
    tag: string | null,
    given: Record<string, string>,
    more: object = {},
  ): Promise<ScanResultJson> =>
    (
      await sendScans(tech, [scanOf(tag ?? '', 'missing', { ...answers(given), ...more })])
    )[0] as ScanResultJson;

  it('is missing since that day, with the police report and the note, and is not seen by it', async () => {
    const { id, assetTag } = await here.add({ inServiceOn: '2020-01-01' });
    const result = await report(
      assetTag,
      { how: 'stolen ', since: ` ${daysAgo(3)}`, policeReport: ' DR 26-114 ' },
      { note: 'Broken window' },
    );
    expect(result).toMatchObject({ outcome: 'applied' });
    expect((await here.find(id)).status).toBe('missing');
    expect((await here.events(id)).find(({ type }) => type === 'moved')).toMatchObject({
      details: { missing: 'stolen', missingSince: daysAgo(3), policeReportNumber: 'DR 26-114' },
      note: 'Broken window',
    });
    const { body } = await here.admin.get(`/devices/${id}/sightings`).expect(200);
    expect(body).toMatchObject({ items: [] });
  });

  it('is back where it was once the scan is undone', async () => {
    const { id, assetTag } = await here.add();
    const result = await report(assetTag, { how: 'lost', since: daysAgo(0) });
    expect((await here.find(id)).status).toBe('missing');
    const [undone] = await sendScans(tech, [scanOf(assetTag ?? '', 'undo', { undoes: result.id })]);
    expect(undone).toMatchObject({ outcome: 'applied' });
    expect((await here.find(id)).status).toBe('in_stock');
  });

  it.each([
    [{ since: daysAgo(1) }, 'INVALID_SCAN', 'missing needs an answer to "how"'],
    [{ how: 'lost' }, 'INVALID_SCAN', 'missing needs an answer to "since"'],
    [{ how: 'stolen', since: daysAgo(1) }, 'INVALID_SCAN', 'missing needs an answer to "policeReport"'],
    [{ how: 'lost', since: 'yesterday' }, 'INVALID_SCAN', '"since" must be a date that exists, from 1970'],
    [{ how: 'lost', since: '1969-12-31' }, 'INVALID_SCAN', '"since" must be a date that exists, from 1970'],
    [
      { how: 'stolen', since: daysAgo(1), policeReport: 'D'.repeat(101) },
      'INVALID_SCAN',
      '"policeReport" is too long. It can have 100 characters at most.',
    ],
    [
      { how: 'lost', since: daysAgo(1), policeReport: 'DR 1' },
      'INVALID_SCAN',
      'missing asks "policeReport" only if the answer to "how" is stolen',
    ],
    [{ how: 'lost', since: daysAgo(-2) }, 'FUTURE_DATE', 'is in the future'],
    [{ how: 'lost', since: ` ${daysAgo(-2)}` }, 'FUTURE_DATE', 'is in the future'],
  ])('is not, without what the police and the district ask: %j', async (given, code, detail) => {
    const { id, assetTag } = await here.add();
    expect(await report(assetTag, given)).toMatchObject({
      outcome: 'refused',
      code,
      detail: expect.stringContaining(detail),
    });
    expect((await here.find(id)).status).toBe('in_stock');
  });

  it('is not in an inventory check, because nobody has seen it', async () => {
    const { id, assetTag } = await here.add();
    const { body } = await tech.post('/sweeps').send({ site: 'A' }).expect(201);
    const { id: sweep } = body as { id: string };
    expect(await report(assetTag, { how: 'lost', since: daysAgo(0) }, { site: 'A', sweep })).toMatchObject({
      outcome: 'refused',
      code: 'INVALID_SCAN',
      detail: expect.stringContaining('The action missing cannot be part of an inventory check'),
    });
    expect((await here.find(id)).status).toBe('in_stock');
    const { body: checked } = await tech.get(`/sweeps/${sweep}`).expect(200);
    expect(checked).toMatchObject({ found: { verified: 0, not_seen: 1 } });
  });

  it('is found again by a scan that moves it', async () => {
    const { id, assetTag } = await here.add();
    await report(assetTag, { how: 'lost', since: daysAgo(0) });
    await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '12' })]);
    expect(await here.find(id)).toMatchObject({ status: 'in_stock', room: '12' });
  });
});
