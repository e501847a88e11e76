import type { RouteRow } from './route-row.js';
import type { TestApp, TestDistrict, TestUser } from './app.js';
import {
  absenceOf,
  assignmentOf,
  coverOf,
  DRAFT,
  newModel,
  technicianAt,
  visitOf,
} from './allocation-routes.js';
import { WAY_TO } from './devices.js';
import { show, upload } from './imports.js';
import { pngOf } from './png.js';
import { scanOf, sendScans } from './scans.js';
import { batchOf, newLayout } from './claim-file-routes.js';
import { claimOf } from './claim-routes.js';
import { coverageOf, newPool, newRule } from './coverage-routes.js';
import { addBadLot } from './figure-routes.js';
import { invited } from './vendor-people-routes.js';
import { type Desk, makeDesk, replyWith, waitingReply } from './vendor-desk-routes.js';
import { newVendor } from './warranty-routes.js';
import { type LotIds, makeLots, makeReturned, type ReturnedIds } from './lot-world.js';
import { assessmentOf } from './salvage-routes.js';
import { sanitizationOf } from './sanitization-body.js';

/** Ids of the objects that stand at one site, as the paths and bodies of routes name them. */
export interface Place extends Desk, LotIds, ReturnedIds {
  site: string;
  siteCode: string;
  room: string;
  cart: string;
  device: string;
  spare: string;
  twin: string;
  /** Written off. */
  gone: string;
  tag: string;
  hold: string;
  person: string;
  changeSet: string;
  /** A change of many devices. */
  bulkChange: string;
  account: string;
  model: string;
  fund: string;
  /** Waits for its rehearsal. */
  import: string;
  /** Waits for somebody to commit it. */
  rehearsed: string;
  committed: string;
  job: string;
  token: string;
  report: string;
  output: string;
  /** Was kept, because there is no mail server. */
  letter: string;
  setting: string;
  /** A code that `spare` and `twin` both have. */
  sharedCode: string;
  conflict: string;
  /** A scan of `unknownCode`, with a photo. */
  scan: string;
  sweep: string;
  /** A sweep that was closed with a drawn signature. */
  signedSweep: string;
  tagSeries: string;
  unknownCode: string;
  allocationModel: string;
  purchase: string;
  technician: string;
  assignment: string;
  proposal: string;
  absence: string;
  cover: string;
  timeEntry: string;
  problemReport: string;
  vendor: string;
  vendorKey: string;
  /** An open invitation of the vendor, and the account of a person there. */
  invitation: string;
  vendorAccount: string;
  /** A claim, and its device, which has no other use. */
  claim: string;
  claimed: string;
  coverage: string;
  coverageRule: string;
  incidentPool: string;
  claimLayout: string;
  /** A batch of the vendor, which gets its files by email. */
  claimBatch: string;
  badLot: string;
  /** Of the device `twin`. */
  sanitization: string;
  /** Of the device `twin`. */
  assessment: string;
}

export const WORLD_PASSWORD = 'correct horse battery';

/** Address of the account that was made beside a site. */
export function addressOf(siteCode: string): string {
  return `of-${siteCode.toLowerCase()}@test.example`;
}

interface Row {
  id: string;
}

/** A kind has one setting in a district. */
const SETTING_OF: Record<string, string> = { OWN: 'laptop', OTHER: 'desktop' };

/** One object of each kind at a new site, made through the API as a person would. */
async function makePlace(app: TestApp, district: TestDistrict, code: string): Promise<Place> {
  const { admin } = district;
  const add = async (path: string, body: object): Promise<Row> => {
    const answer = await admin.post(path).send(body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body as Row;
  };
  const { id: site } = await add('/sites', { code, name: `School ${code}`, type: 'high' });
  const device = (n: number): Promise<Row> =>
    add('/devices', {
      assetTag: `${code}-${n}`,
      manufacturer: 'Dell',
      model: `Chromebook ${code}`,
      kind: 'chromebook',
      site: code,
    });
  const [{ id: first }, { id: spare }, { id: twin }] = [await device(1), await device(2), await device(3)];
  const { id: gone } = await device(4);
  for (const step of WAY_TO['disposed'] ?? [])
    await admin.patch(`/devices/${gone}`).set('if-match', '*').send(step).expect(200);
  const { body: events } = await admin.get(`/devices/${first}/events`).expect(200);
  const file = (name: string, mode: 'rehearse' | 'commit'): ReturnType<typeof upload> =>
    upload(admin, `Site code,Name,Type\n${code}${name},Filed ${code},office\n`, { kind: 'sites', mode });
  const worked = async (job?: { id: string } | null): Promise<void> => app.work(district.id, job?.id ?? '');
  const [rehearsed, committed] = [await file('R', 'rehearse'), await file('C', 'commit')];
  await worked(rehearsed.job);
  await worked(committed.job);
  expect((await show(admin, rehearsed.id)).state).toBe('rehearsed');
  expect((await show(admin, committed.id)).state).toBe('committed');
  const imported = await file('X', 'rehearse');
  const { body: models } = await admin.get('/models').expect(200);
  const found = (models as { items: (Row & { name: string })[] }).items.find(({ name }) =>
    name.includes(code),
  );
  const twice = { mac: `AA:BB:CC:DD:EE:${code.length}${code.length}` };
  for (const id of [spare, twin])
    await admin.patch(`/devices/${id}`).set('if-match', '*').send(twice).expect(200);
  const unknownCode = `NOBODY-${code}`;
  const [ambiguous, unknown] = await sendScans(admin, [
    scanOf(twice.mac, 'seen', { site: code }),
    scanOf(unknownCode, 'seen', { site: code }),
  ]);
  const { id: report } = await add('/reports', { name: `Report ${code}`, kind: 'counts' });
  let output = '';
  for (let n = 0; n < 2; n++) {
    const { body } = await admin.post(`/reports/${report}/outputs`).expect(202);
    const made = body as { outputId: string; id: string };
    await app.work(district.id, made.id);
    output = made.outputId;
  }
  const { items: letters } = (await add(`/reports/outputs/${output}/deliveries`, {
    recipients: ['office@test.example'],
  })) as unknown as { items: Row[] };
  await admin
    .put(`/scans/${unknown?.id}/photo`)
    .attach('file', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'photo.jpg')
    .expect(204);
  const { id: signedSweep } = await add('/sweeps', { site: code });
  const image = pngOf(40, 20, (x, y) => x === y).toString('base64');
  const signature = { name: 'Ann Lee', image };
  await admin.post(`/sweeps/${signedSweep}/closing`).send({ moves: false, signature }).expect(200);
  const bulk = await add('/devices/bulk', { filter: { site: [code] }, change: { notes: 'in bulk' } });
  await app.work(district.id, bulk.id);
  const { body: changed } = await admin.get(`/jobs/${bulk.id}`).expect(200);
  const { id: technician } = await add('/technicians', technicianAt(code));
  const vendor = (await add('/vendors', newVendor())) as Row & { key: string };
  const { id: claimed } = await device(5);
  const { id: proposal } = await add('/allocation/proposals', { schoolYear: '2025-26' });
  await app.work(district.id, proposal);
  const lots = await makeLots(admin, { siteCode: code });
  return {
    site,
    siteCode: code,
    gone,
    rehearsed: rehearsed.id,
    committed: committed.id,
    scan: unknown?.id ?? '',
    technician,
    timeEntry: (await add('/time-entries', visitOf(technician, code))).id,
    absence: (await add('/allocation/absences', absenceOf(technician))).id,
    cover: (await add('/allocation/covers', coverOf(technician, code))).id,
    problemReport: (await add('/problem-reports', { site: code, description: 'The screen stays dark.' })).id,
    vendor: vendor.id,
    vendorKey: vendor.key,
    invitation: await invited(admin, { vendor: vendor.id }),
    vendorAccount: (await app.user(district, 'vendor', { vendorId: vendor.id })).scope.accountId ?? '',
    claim: (await add('/claims', claimOf(claimed, vendor.key))).id,
    claimed,
    coverage: (await add('/coverages', coverageOf(first, vendor.key))).id,
    claimLayout: (await add('/claim-layouts', newLayout())).id,
    claimBatch: await batchOf(admin, { vendor: vendor.id, vendorKey: vendor.key, siteCode: code }),
    ...(await makeDesk(app, district, admin, { vendor: vendor.id, vendorKey: vendor.key, siteCode: code })),
    incidentPool: (await add('/incident-pools', newPool(vendor.key))).id,
    coverageRule: (await add('/coverage-rules', newRule(vendor.key, code))).id,
    sanitization: (await add('/sanitizations', sanitizationOf(twin))).id,
    ...lots,
    ...(await makeReturned(app, district.id, admin, lots)),
    assessment: (await add('/assessments', assessmentOf(twin))).id,
    badLot: await addBadLot(app, district.id, found?.id ?? ''),
    assignment: (await add('/allocation/assignments', assignmentOf(technician, code))).id,
    proposal,
    sharedCode: twice.mac,
    conflict: ambiguous?.id ?? '',
    sweep: (await add('/sweeps', { site: code })).id,
    signedSweep,
    tagSeries: (await add('/tag-series', { prefix: `${code}-S`, digits: 4 })).id,
    unknownCode,
    allocationModel: ((await add('/allocation/models', newModel())) as unknown as { key: string }).key,
    purchase: (await add('/allocation/purchases', { ...DRAFT, site: code, schoolYear: '2025-26' })).id,
    report,
    output,
    letter: letters[0]?.id ?? '',
    room: (await add(`/sites/${site}/rooms`, { name: 'Room 1' })).id,
    cart: (await add(`/sites/${site}/carts`, { name: 'Cart 1' })).id,
    device: first,
    spare,
    twin,
    tag: `${code}-1`,
    hold: (await add(`/devices/${spare}/holds`, { kind: 'legal', forbids: ['dispose'], reason: 'a case' }))
      .id,
    person: (
      await add('/people', {
        externalId: `P-${code}`,
        role: 'student',
        givenName: 'A',
        familyName: code,
        site: code,
      })
    ).id,
    changeSet: (events as { items: { changeSetId: string }[] }).items[0]?.changeSetId ?? '',
    bulkChange: (changed as { result: { changeSetId: string } }).result.changeSetId,
    account: (
      await add('/accounts', { email: addressOf(code), role: 'site_staff', password: WORLD_PASSWORD })
    ).id,
    model: found?.id ?? '',
    fund: (await add('/funding-sources', { name: `Fund ${code}` })).id,
    import: imported.id,
    job: imported.job?.id ?? '',
    token: (await add('/tokens', { name: code })).id,
    setting: (
      await add('/replacement-settings', {
        kind: SETTING_OF[code] ?? 'laptop',
        lifeMonths: 60,
        source: 'a policy',
        asOf: '2026-07-01',
      })
    ).id,
  };
}

/** Two sites of one district and one of another, each with its own objects, and somebody of every role at the first. */
export interface World {
  district: TestDistrict;
  /** The other district. */
  stranger: TestDistrict;
  own: Place;
  otherSite: Place;
  otherDistrict: Place;
  users: Record<string, TestUser>;
}

export const ROLES_TO_TRY = [
  'admin',
  'its',
  'lead',
  'liaison',
  'technician',
  'site_staff',
  'vendor',
] as const;

export async function makeWorld(app: TestApp): Promise<World> {
  const district = await app.district();
  const stranger = await app.district();
  const own = await makePlace(app, district, 'OWN');
  const otherSite = await makePlace(app, district, 'OTHER');
  const otherDistrict = await makePlace(app, stranger, 'FAR');
  replyWith((admin, claim) => waitingReply(app, admin.scope, claim));
  const users: Record<string, TestUser> = { admin: district.admin };
  for (const role of ROLES_TO_TRY)
    users[role] ??= await app.user(
      district,
      role,
      role === 'vendor' ? { vendorId: own.vendor } : { sites: [own.siteCode] },
    );
  // Technicians may do more about themselves than about others.
  await district.admin
    .patch(`/technicians/${own.technician}`)
    .set('if-match', '*')
    .send({ accountId: users['technician']?.scope.accountId })
    .expect(200);
  return { district, stranger, own, otherSite, otherDistrict, users };
}

/** Who usually asks a route: an admin, or somebody at a vendor where only they may. */
export function usualUser({ users, district }: World, { who }: Pick<RouteRow, 'who'>): TestUser {
  return (Array.isArray(who) && who.join() === 'vendor' ? users['vendor'] : undefined) ?? district.admin;
}
