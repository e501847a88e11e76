import type { TestApp, TestDistrict } from '../support/app.js';
import { devicesCsv, load, numbered } from '../support/imports.js';
import { addBadLot } from '../support/figure-routes.js';
import { lotPages } from '../support/lot-pages.js';
import { scanOf, sendScans } from '../support/scans.js';

/** Addresses of the pages, in a district where something waits on each. */
export async function pagesOf(app: TestApp, district: TestDistrict): Promise<string[]> {
  const { admin } = district;
  await load(app, admin, devicesCsv(numbered(30, { Room: '12' })));
  const { body: people } = await admin
    .post('/people')
    .send({
      externalId: 'P1',
      givenName: 'Ada',
      familyName: 'Byron',
      role: 'student',
      grade: '7',
      site: 'A1',
    })
    .expect(201);
  await sendScans(admin, [
    scanOf('T1001', 'deploy', { person: (people as { externalId: string }).externalId, dueOn: '2026-06-12' }),
    scanOf('NOBODYS-1', 'seen', { site: 'A1' }),
    scanOf('T1002', 'retire'),
  ]);
  const { body: device } = await admin.get('/devices?q=T1001').expect(200);
  const { id } = (device as { items: { id: string }[] }).items[0] as { id: string };
  await contest(district);
  const { body: sweep } = await admin.post('/sweeps').send({ site: 'A1', room: '12' }).expect(201);
  await sendScans(admin, [scanOf('T1003', 'seen', { sweep: (sweep as { id: string }).id })]);
  await admin.post('/tag-series').send({ prefix: 'N-', digits: 5 }).expect(201);
  await admin
    .post('/vendors')
    .send({
      name: 'Valley Depot Repair',
      roles: ['depot', 'insurer'],
      closedOn: ['2026-12-25'],
      resolveWithinHours: 45,
      contacts: [{ level: 1, name: 'Ann Lee', email: 'ann@depot.example' }],
    })
    .expect(201);
  await admin
    .post('/coverages')
    .send({
      deviceId: id,
      vendor: 'valley-depot-repair',
      kind: 'accidental_damage',
      startsOn: '2024-08-01',
      endsOn: '2027-07-31',
      deductibleCents: 4900,
    })
    .expect(201);
  const { body: claim } = await admin
    .post('/claims')
    .send({ deviceId: id, category: 'screen', observed: 'The screen stays dark.', staysInUse: true })
    .expect(201);
  for (const step of [
    { step: 'ready', acceptWarnings: true },
    { step: 'send', reference: 'SR-1' },
  ])
    await admin
      .post(`/claims/${(claim as { id: string }).id}/steps`)
      .send(step)
      .expect(200);
  await admin
    .post('/incident-pools')
    .send({
      name: 'Purchase 118',
      vendor: 'valley-depot-repair',
      kind: 'accidental_damage',
      contractNumber: 'PO-118',
      incidents: 50,
    })
    .expect(201);
  await admin
    .post('/coverage-rules')
    .send({
      name: 'Chromebooks',
      vendor: 'valley-depot-repair',
      kind: 'insurance',
      months: 12,
      startsFrom: 'purchased',
      devices: { kinds: ['chromebook'] },
    })
    .expect(201);
  const { body: ready } = await admin
    .post('/claims')
    .send({ deviceId: id, vendor: 'valley-depot-repair', category: 'hinge', observed: 'It is loose.' })
    .expect(201);
  await admin
    .post(`/claims/${(ready as { id: string }).id}/steps`)
    .send({ step: 'ready', acceptWarnings: true })
    .expect(200);
  await admin.post('/claim-batches').send({ vendor: 'valley-depot-repair' }).expect(201);
  const { body: other } = await admin
    .post('/claims')
    .send({ deviceId: id, vendor: 'valley-depot-repair', category: 'case', observed: 'It is cracked.' })
    .expect(201);
  await admin
    .post(`/claims/${(other as { id: string }).id}/steps`)
    .send({ step: 'ready', acceptWarnings: true })
    .expect(200);
  const { body: left } = await admin.get('/devices?q=T1002').expect(200);
  const retired = (left as { items: { id: string }[] }).items[0]?.id ?? '';
  const { body: assessment } = await admin
    .post('/assessments')
    .send({
      deviceId: retired,
      answers: { powersOn: 'yes', battery: 'weak', screen: 'broken', input: 'works' },
      parts: [{ name: 'Keyboard' }],
    })
    .expect(201);
  const firstOf = async (list: string): Promise<string> => {
    const { body } = await admin.get(`/${list}?limit=1`).expect(200);
    return (body as { items: { id: string }[] }).items[0]?.id ?? '';
  };
  return [
    '/',
    '/scan',
    '/scan/attention',
    '/devices',
    `/devices/${id}`,
    '/devices/new',
    '/devices/change?q=T10',
    '/d/NOBODYS-1',
    '/coverages',
    '/coverages?state=expired',
    '/coverages/look-ups',
    '/coverage-rules',
    '/coverage-rules/new',
    `/coverage-rules/${await firstOf('coverage-rules')}`,
    '/incident-pools',
    '/incident-pools/new',
    `/incident-pools/${await firstOf('incident-pools')}`,
    '/claims',
    '/claims?view=clock',
    '/claims?show=all',
    `/claims/${await firstOf('claims')}`,
    '/claims/replies',
    '/claims/new',
    `/claims/new?device=${id}`,
    '/warranty',
    `/warranty/lots/${await addBadLot(app, district.id, await firstOf('models'))}`,
    '/inbox',
    '/inbox?tab=unknown',
    '/inbox?tab=departures',
    '/sweeps',
    `/sweeps/${(sweep as { id: string }).id}`,
    `/sweeps/${(sweep as { id: string }).id}/close`,
    '/problems',
    '/problems/new',
    '/support',
    '/support/new',
    '/sites',
    '/sites/new',
    `/sites/${await firstOf('sites')}`,
    '/imports',
    '/imports/new',
    `/imports/${await firstOf('imports')}`,
    '/accounts',
    '/accounts/new',
    `/accounts/${await firstOf('accounts')}`,
    '/vendors',
    '/vendors/new',
    `/vendors/${await firstOf('vendors')}`,
    `/vendors/${await firstOf('vendors')}/people`,
    `/vendors/${await firstOf('vendors')}/delivery`,
    `/vendors/${await firstOf('vendors')}/desk`,
    `/vendors/${await firstOf('vendors')}/reply-words`,
    `/vendors/${await firstOf('vendors')}/checklist`,
    `/vendors/${await firstOf('vendors')}/claim-terms`,
    '/assessments',
    '/assessments/new',
    `/assessments/new?device=${retired}`,
    `/assessments/${(assessment as { id: string }).id}`,
    '/assessment-rules',
    '/claim-batches',
    '/claim-batches/new',
    '/claim-batches/new?vendor=valley-depot-repair',
    `/claim-batches/${await firstOf('claim-batches')}`,
    '/claim-layouts',
    '/claim-layouts/new',
    `/claim-layouts/${await firstOf('claim-layouts')}`,
    '/places?site=A1',
    '/loans',
    `/loans?person=${(people as { id: string }).id}`,
    '/loans/check-out',
    '/loans/check-in',
    `/labels?device=${id}`,
    '/catalogue',
    ...(await lotPages(district)),
    '/nowhere',
  ];
}

/** Somebody moves a device that a phone, which does not know of it yet, moves elsewhere. */
async function contest({ admin }: TestDistrict): Promise<void> {
  const { body } = await admin.get('/devices?q=T1010').expect(200);
  const { id, version } = (body as { items: { id: string; version: number }[] }).items[0] as {
    id: string;
    version: number;
  };
  await admin.patch(`/devices/${id}`).set('if-match', '*').send({ room: 'Library' }).expect(200);
  await sendScans(admin, [scanOf('T1010', 'move', { site: 'A1', room: '7', versionSeen: version })]);
}
