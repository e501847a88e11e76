import pg from 'pg';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let owner: pg.Client;
let here: Register;
let tech: TestUser;

beforeAll(async () => {
  app = await testApp();
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
});

beforeEach(async () => {
  here = await register(app);
  tech = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

interface Inbox {
  items: {
    id: string;
    reason: string;
    detail: string;
    site: string | null;
    device: { id: string; status: string } | null;
    candidates: object[];
    clash: { field: string; theirs: unknown; mine: unknown; theirsName: unknown; mineName: unknown }[];
  }[];
}

async function inbox(user = here.admin): Promise<Inbox['items']> {
  return ((await user.get('/conflicts').expect(200)).body as Inbox).items;
}

describe('what others did meanwhile', () => {
  it('merges where other fields were changed', async () => {
    const { id, assetTag, version } = await here.add();
    await here.change(id, { notes: 'cracked lid' });
    const [result] = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'A', room: '7', versionSeen: version }),
    ]);
    // The phone has still not seen what the other did.
    expect(result).toMatchObject({ outcome: 'applied', version: 1 });
    expect(await here.find(id)).toMatchObject({ room: '7', notes: 'cracked lid', version: 3 });
  });

  it('goes to the inbox where the same field was changed otherwise, with both', async () => {
    const { id, assetTag, version } = await here.add();
    await here.change(id, { room: 'Library' });
    const [result] = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'A', room: '7', versionSeen: version }),
    ]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'CHANGED_MEANWHILE' });
    expect(await here.find(id)).toMatchObject({ room: 'Library' });
    const [conflict] = await inbox(tech);
    expect(conflict).toMatchObject({
      id: result?.id,
      device: { id },
      clash: [{ field: 'roomId', theirsName: 'Library', mineName: '7' }],
    });
  });

  it('is not hidden by a scan in between that merged, or only saw it', async () => {
    const { id, assetTag } = await here.add();
    const code = assetTag ?? '';
    await here.change(id, { status: 'in_repair' });
    const first = scanOf(code, 'move', { site: 'A', room: '7', versionSeen: 1 });
    const seen = scanOf(code, 'seen', { after: first.id });
    const deploy = scanOf(code, 'deploy', { site: 'A', room: '7', after: seen.id });
    const results = await sendScans(tech, [first, seen]);
    results.push(...(await sendScans(tech, [deploy])));
    expect(results.map(({ outcome, code: reason }) => [outcome, reason])).toEqual([
      ['applied', undefined],
      ['applied', undefined],
      ['conflict', 'CHANGED_MEANWHILE'],
    ]);
  });

  it('is known to a phone that has shown it since, also in the same journal', async () => {
    const { id, assetTag } = await here.add();
    const first = scanOf(assetTag ?? '', 'move', { site: 'A', room: '1', versionSeen: 1 });
    await sendScans(tech, [first]);
    await here.change(id, { room: '2' });
    const second = scanOf(assetTag ?? '', 'move', { site: 'A', room: '3', after: first.id, versionSeen: 3 });
    expect((await sendScans(tech, [second]))[0]).toMatchObject({ outcome: 'applied', version: 4 });
  });

  it('is overruled by a scan that knew of it, whatever the clock of the phone', async () => {
    const { id, assetTag } = await here.add({ room: 'Library' });
    const slow = scanOf(assetTag ?? '', 'move', {
      site: 'A',
      room: '7',
      versionSeen: 1,
      scannedAt: minutesAgo(10),
    });
    expect((await sendScans(tech, [slow]))[0]).toMatchObject({ outcome: 'applied', version: 2 });
    expect(await here.find(id)).toMatchObject({ room: '7' });
  });

  it('is none where both say the same', async () => {
    const { id, assetTag, version } = await here.add();
    await here.change(id, { room: '7' });
    const [result] = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'A', room: '7', versionSeen: version }),
    ]);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect((await here.find(id)).version).toBe(2);
  });

  it('is not what the same journal did before', async () => {
    const { assetTag, version } = await here.add();
    const first = scanOf(assetTag ?? '', 'move', { site: 'A', room: '1', versionSeen: version });
    const second = scanOf(assetTag ?? '', 'move', {
      site: 'A',
      room: '2',
      versionSeen: version,
      after: first.id,
    });
    await sendScans(tech, [first]);
    expect((await sendScans(tech, [second]))[0]).toMatchObject({ outcome: 'applied' });
  });

  it('counts for who showed no version only where it holds from later on', async () => {
    const { id, assetTag } = await here.add();
    await here.change(id, { room: 'Library' });
    const now = await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '7' })]);
    expect(now[0]).toMatchObject({ outcome: 'applied' });
    const before = new Date().toISOString();
    await here.change(id, { room: 'Gym' });
    const late = scanOf(assetTag ?? '', 'move', { site: 'A', room: '8', scannedAt: before });
    expect((await sendScans(tech, [late]))[0]).toMatchObject({ outcome: 'conflict' });
  });
});

describe('the inbox', () => {
  async function conflictOf(): Promise<{ id: string; deviceId: string }> {
    const { id, assetTag, version } = await here.add();
    await here.change(id, { room: 'Library' });
    const [result] = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'A', room: '7', versionSeen: version }),
    ]);
    return { id: result?.id ?? '', deviceId: id };
  }

  it('applies what was decided for, once', async () => {
    const { id, deviceId } = await conflictOf();
    await tech.post(`/conflicts/${id}/resolution`).send({ decision: 'apply' }).expect(200);
    expect(await here.find(deviceId)).toMatchObject({ room: '7' });
    await tech.post(`/conflicts/${id}/resolution`).send({ decision: 'apply' }).expect(404);
    expect(await inbox()).toEqual([]);
    expect(await here.differences()).toEqual([]);
  });

  it('lets go of what was decided against', async () => {
    const { id, deviceId } = await conflictOf();
    await tech.post(`/conflicts/${id}/resolution`).send({ decision: 'dismiss', note: 'old' }).expect(200);
    expect(await here.find(deviceId)).toMatchObject({ room: 'Library' });
    expect(await inbox()).toEqual([]);
  });

  it('is decided once, whoever comes first', async () => {
    const { id } = await conflictOf();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        tech.post(`/conflicts/${id}/resolution`).send({ decision: i % 2 ? 'apply' : 'dismiss' }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 404),
    ]);
  });

  it('holds scans made at a site that is not the technician’s any more', async () => {
    const { assetTag } = await here.add({ site: 'B' });
    const results = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'B', room: '1' }),
      scanOf(assetTag ?? '', 'retire'),
    ]);
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['conflict', 'OUT_OF_SCOPE'],
      ['conflict', 'OUT_OF_SCOPE'],
    ]);
    const [first] = await inbox();
    await tech.post(`/conflicts/${first?.id}/resolution`).send({ decision: 'apply' }).expect(409);
    await here.admin.post(`/conflicts/${first?.id}/resolution`).send({ decision: 'apply' }).expect(200);
  });

  it('holds what contradicts the rules of a life, with the rule', async () => {
    const { id, assetTag } = await here.add();
    await here.change(id, { status: 'retired' });
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', 'deploy', { site: 'A' })]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'DEVICE_ILLEGAL_MOVE' });
  });

  it('brings a device back that was disposed of and is here again, by an admin', async () => {
    const { id, assetTag } = await here.add();
    await here.change(id, { status: 'missing', missing: 'lost', missingSince: '2026-01-05' });
    await here.change(id, { status: 'disposed', disposalRoute: 'write_off', approvalReference: 'B-1' });
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '1' })]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'RE_ENTERED' });
    await tech.post(`/conflicts/${result?.id}/resolution`).send({ decision: 'apply' }).expect(403);
    await here.admin.post(`/conflicts/${result?.id}/resolution`).send({ decision: 'apply' }).expect(200);
    expect(await here.find(id)).toMatchObject({ status: 'in_stock', room: '1' });
    expect(await here.differences()).toEqual([]);
  });

  it('asks which device it was, where several have the code', async () => {
    const mac = { mac: 'AA:BB:CC:00:11:22' };
    const [one, other] = [await here.add(mac), await here.add(mac)];
    const [result] = await sendScans(tech, [scanOf('aabbcc001122', 'move', { site: 'A', room: '9' })]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'AMBIGUOUS_CODE' });
    await tech.post(`/conflicts/${result?.id}/resolution`).send({ decision: 'apply' }).expect(400);
    await tech
      .post(`/conflicts/${result?.id}/resolution`)
      .send({ decision: 'apply', deviceId: other.id })
      .expect(200);
    expect(await here.find(other.id)).toMatchObject({ room: '9' });
    expect(await here.find(one.id)).toMatchObject({ room: null });
  });

  it('shows a technician nothing of a site that is neither theirs nor of their scans', async () => {
    await conflictOf();
    const elsewhere = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(await inbox(elsewhere)).toEqual([]);
    const stranger = await app.district();
    expect(await inbox(stranger.admin)).toEqual([]);
  });
});

describe('the names in the inbox', () => {
  const named = async (user: TestUser, name: string): Promise<void> => {
    await owner.query('UPDATE accounts SET name = $2 WHERE id = $1', [user.scope.accountId, name]);
  };
  const readBy = async (user: TestUser): Promise<string[]> => {
    const { rows } = await owner.query<{ id: string }>(
      `SELECT DISTINCT jsonb_array_elements_text(what -> 'people') AS id FROM name_readings
        WHERE account_id = $1 AND what ->> 'by' = 'conflicts.list'`,
      [user.scope.accountId],
    );
    return rows.map(({ id }) => id);
  };

  it('are those of the scanner, the device, the places on both sides, and who changed the record when', async () => {
    await named(tech, 'Tess Tech');
    await named(here.admin, 'Ari Admin');
    const { id, assetTag, version } = await here.add();
    await here.change(id, { site: 'B', room: 'Library' });
    await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '7', versionSeen: version })]);
    const changed = (await here.events(id)).find(({ changes }) => 'roomId' in changes);
    const change = { changedBy: 'Ari Admin', changedAt: changed?.recordedAt };
    const principal = await app.user(here.district, 'site_staff', { sites: ['B'] });
    for (const user of [tech, here.admin, principal]) {
      const [conflict] = await inbox(user);
      expect(conflict).toMatchObject({
        detail:
          'Somebody else changed the site and the room of this device, and the phone did not know about it when it scanned. Choose which one to keep.',
        accountId: tech.scope.accountId,
        accountName: 'Tess Tech',
        siteName: 'School A',
        device: { id, assetTag, model: 'Dell Latitude 3120', siteName: 'School B' },
        candidates: [],
      });
      expect(conflict?.clash).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            field: 'siteId',
            theirsName: 'School B',
            mineName: 'School A',
            ...change,
          }),
          expect.objectContaining({ field: 'roomId', theirsName: 'Library', mineName: '7', ...change }),
        ]),
      );
    }
  });

  it('are those of people whom the reader may read, and each reading of a student’s is logged', async () => {
    const near = await here.person('P-1', { site: 'A' });
    const far = await here.person('P-2', { site: 'B' });
    const { id, assetTag, version } = await here.add();
    await here.change(id, { status: 'deployed', holder: 'P-2' });
    const scan = scanOf(assetTag ?? '', 'deploy', { site: 'A', person: 'P-1', versionSeen: version });
    expect((await sendScans(tech, [scan]))[0]).toMatchObject({
      outcome: 'conflict',
      code: 'CHANGED_MEANWHILE',
    });
    const holderFor = async (user: TestUser): Promise<object | undefined> =>
      (await inbox(user))[0]?.clash.find(({ field }) => field === 'personId');
    const bothIds = { theirs: far, mine: near };
    expect(await holderFor(tech)).toMatchObject({ ...bothIds, theirsName: null, mineName: 'Ada Of P-1' });
    expect(await readBy(tech)).toEqual([near]);
    expect(await holderFor(here.admin)).toMatchObject({
      ...bothIds,
      theirsName: 'Ada Of P-2',
      mineName: 'Ada Of P-1',
    });
    expect((await readBy(here.admin)).toSorted()).toEqual([near, far].toSorted());
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    expect(await holderFor(principal)).toMatchObject({
      theirs: null,
      mine: null,
      theirsName: null,
      mineName: null,
    });
    expect(await readBy(principal)).toEqual([]);
  });

  it('tell the devices apart that have one code', async () => {
    const mac = { mac: 'AA:BB:CC:00:11:33' };
    const devices = [await here.add(mac), await here.add({ ...mac, site: 'B' })];
    await sendScans(tech, [scanOf('aabbcc001133', 'move', { site: 'A' })]);
    const [conflict] = await inbox(tech);
    expect(conflict?.detail).toBe('2 devices have this code. Choose which one was scanned.');
    expect(conflict?.candidates).toHaveLength(2);
    for (const [i, { id, assetTag }] of devices.entries())
      expect(conflict?.candidates).toContainEqual(
        expect.objectContaining({ id, assetTag, model: 'Dell Latitude 3120', siteName: `School ${'AB'[i]}` }),
      );
  });

  it('stand beside departures and unknown codes, too', async () => {
    await named(tech, 'Tess Tech');
    const { assetTag } = await here.add({ site: 'B' });
    await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'A' }),
      scanOf('NOBODYS', 'seen', { site: 'A' }),
    ]);
    const first = async (path: string): Promise<unknown> =>
      ((await here.admin.get(path).expect(200)).body as { items: unknown[] }).items[0];
    expect(await first('/departures')).toMatchObject({
      fromName: 'School B',
      toName: 'School A',
      model: 'Dell Latitude 3120',
      accountName: 'Tess Tech',
    });
    expect(await first('/unknown-codes')).toMatchObject({ siteName: 'School A', lastScannedBy: 'Tess Tech' });
  });
});
