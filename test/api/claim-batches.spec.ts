import { createHash } from 'node:crypto';
import type { BatchDetail } from '../../src/warranty/batches/batches.queries.js';
import { type TestApp, testApp } from '../support/app.js';
import { type ClaimDesk, claimDesk, DARK } from '../support/claim-files.js';
import { fileOf } from '../support/exports.js';

let app: TestApp;
let here: ClaimDesk;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await claimDesk(app);
  await here.vendor('Acme');
});

afterAll(() => app.close());

describe('a batch', () => {
  it('takes the ready claims of a vendor, in the general layout, and they are sent', async () => {
    await here.vendor('Other');
    const [other] = await here.ready('other', [{}]);
    const ids = await here.ready('acme', [{ device: { serialNumber: 'S-1' } }, { category: 'hinge' }]);
    const made = await here.send({ vendor: 'acme' });
    expect(made).toMatchObject({
      vendor: 'acme',
      sequence: 1,
      claims: ids,
      claimCount: 2,
      rowCount: 2,
      layout: 'general',
      layoutVersion: 1,
      hasNames: false,
      supersedes: null,
      fileName: `${here.district.slug}-acme-000001.csv`,
      notSent: [],
      stillReady: 0,
    });
    const bytes = await here.bytes(made.id);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    expect(bytes.length).toBe(made.sizeBytes);
    const text = bytes.toString('utf8');
    expect(text.startsWith('\uFEFFClaim,Serial number,Asset tag,Manufacturer,Model,Fault,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(',S-1,');
    for (const id of ids) expect(await here.stateOf(id)).toBe('sent');
    expect(await here.stateOf(other ?? '')).toBe('ready');
    const { body } = await here.admin.get(`/claims/${ids[0]}`).expect(200);
    expect(body).toMatchObject({ sentAt: expect.any(String), escalationLevel: 1, reference: null });
    expect((body as { steps: object[] }).steps.at(-1)).toMatchObject({
      step: 'send',
      note: 'Sent in batch 1.',
      details: { batchId: made.id, batch: 1 },
    });
  });

  it('has the next number of its vendor, and nothing is sent twice', async () => {
    await here.ready('acme', [{}]);
    expect((await here.send({ vendor: 'acme' })).sequence).toBe(1);
    expect((await here.refused({ vendor: 'acme' }, 409)).code).toBe('NOTHING_READY');
    const [id] = await here.ready('acme', [{}, {}]);
    expect((await here.send({ vendor: 'acme', claims: [id] })).sequence).toBe(2);
    const refused = await here.refused({ vendor: 'acme', claims: [id] }, 409);
    expect([refused.code, refused.errors[0]?.code]).toEqual(['CLAIMS_NOT_READY', 'CLAIM_NOT_READY']);
    expect((await here.send({ vendor: 'acme' })).sequence).toBe(3);
  });

  it('takes each claim once, and leaves out no number, if fifty ask at once', async () => {
    const ids = await here.ready(
      'acme',
      Array.from({ length: 20 }, () => DARK),
    );
    const bodies = Array.from({ length: 50 }, (_, i) =>
      i < 20 ? { vendor: 'acme', claims: [ids[i % 20], ids[(i + 1) % 20]] } : { vendor: 'acme' },
    );
    const answers = await Promise.all(bodies.map((body) => here.admin.post('/claim-batches').send(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body as BatchDetail);
    expect(made.flatMap(({ claims }) => claims).toSorted()).toEqual(ids.toSorted());
    expect(made.map(({ sequence }) => sequence).toSorted((a, b) => a - b)).toEqual(made.map((_, i) => i + 1));
  });

  it('leaves a claim ready that lacks what the layout requires, and says what', async () => {
    await here.admin
      .post('/claim-layouts')
      .send({
        name: 'Strict',
        format: 'csv',
        columns: [
          { header: 'Claim', field: 'number', isRequired: true },
          { header: 'SN', field: 'serialNumber', isRequired: true },
        ],
      })
      .expect(201);
    await here.vendor('Strict vendor', { layout: 'strict', delivery: { by: 'download' } });
    const [lacking, whole] = await here.ready('strict-vendor', [{}, { device: { serialNumber: 'S-2' } }]);
    const made = await here.send({ vendor: 'strict-vendor' });
    expect(made).toMatchObject({ claims: [whole], stillReady: 1, layout: 'strict' });
    expect(made.notSent).toEqual([
      {
        claimId: lacking,
        number: expect.stringMatching(/^C-/),
        remarks: [{ column: 'SN', code: 'MISSING', detail: 'SN: The claim has no value for this column.' }],
      },
    ]);
    expect(await here.stateOf(lacking ?? '')).toBe('ready');
    const refused = await here.refused({ vendor: 'strict-vendor' }, 409);
    expect(refused).toMatchObject({
      code: 'CLAIMS_INCOMPLETE',
      errors: [{ field: `claims.${lacking}`, code: 'MISSING' }],
    });
  });

  it('may take a claim again that was denied and sent again', async () => {
    const [id = ''] = await here.ready('acme', [{}]);
    const first = await here.send({ vendor: 'acme' });
    for (const body of [
      { step: 'deny', denialReason: 'liquid' },
      { step: 'resubmit', reason: 'It was dry.' },
    ])
      await here.admin.post(`/claims/${id}/steps`).send(body).expect(200);
    const second = await here.send({ vendor: 'acme' });
    expect([first.claims, second.claims]).toEqual([[id], [id]]);
    const { body } = await here.admin.get(`/claim-batches?claim=${id}`).expect(200);
    expect((body as { items: BatchDetail[] }).items.map(({ sequence }) => sequence)).toEqual([2, 1]);
  });

  it('is superseded by a correction, once, and stays as it was', async () => {
    const ids = await here.ready('acme', [{}, {}]);
    const wrong = await here.send({ vendor: 'acme' });
    const before = await here.bytes(wrong.id);
    await here.admin
      .post(`/claims/${ids[1]}/steps`)
      .send({ step: 'resolve', outcome: 'repaired' })
      .expect(200);
    const answers = await Promise.all(
      [1, 2, 3].map(() => here.admin.post('/claim-batches').send({ vendor: 'acme', supersedes: wrong.id })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const right = answers.find(({ status }) => status === 201)?.body as BatchDetail;
    // The vendor no longer has the second claim.
    expect(right).toMatchObject({ sequence: 2, supersedes: wrong.id, claims: [ids[0]] });
    const { body } = await here.admin.get(`/claim-batches/${wrong.id}`).expect(200);
    expect(body).toMatchObject({ supersededBy: right.id, sha256: wrong.sha256, claims: ids });
    expect((await here.bytes(wrong.id)).equals(before)).toBe(true);
    expect(await here.stateOf(ids[0] ?? '')).toBe('sent');
    const again = await here.admin.post(`/claim-batches/${wrong.id}/deliveries`).expect(409);
    expect(again.body).toMatchObject({ code: 'SUPERSEDED_NOT_SENT' });
    const unknown = await here.refused({ vendor: 'acme', supersedes: ids[0] }, 400);
    expect(unknown.errors[0]?.code).toBe('UNKNOWN_BATCH');
  });

  it('cannot be changed by the application', async () => {
    await here.ready('acme', [{}]);
    await here.send({ vendor: 'acme' });
    for (const sql of [
      `UPDATE claim_batches SET sequence = 7`,
      `DELETE FROM claim_batches`,
      `UPDATE claim_batch_claims SET position = 9`,
      `DELETE FROM claim_batch_claims`,
      `UPDATE claim_layout_versions SET layout_version = 9`,
    ])
      await expect(app.source.query(sql)).rejects.toThrow('permission denied');
  });

  it('has a manifest for machines and for people', async () => {
    await here.ready('acme', [{ device: { serialNumber: 'S-77' } }]);
    const made = await here.send({ vendor: 'acme' });
    const { body } = await here.admin.get(`/claim-batches/${made.id}/manifest`).expect(200);
    expect(body).toMatchObject({
      sequence: 1,
      sha256: made.sha256,
      layoutVersion: 1,
      claims: [{ position: 1, number: expect.stringMatching(/^C-\d{4}-000001$/), serialNumber: 'S-77' }],
    });
    const pdf = await fileOf(here.admin.get(`/claim-batches/${made.id}/manifest.pdf`));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is for people who see the whole district', async () => {
    const [id] = await here.ready('acme', [{}]);
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    await technician.post('/claim-batches').send({ vendor: 'acme' }).expect(403);
    const elsewhere = await claimDesk(app);
    await elsewhere.vendor('Acme');
    await elsewhere.refused({ vendor: 'acme', claims: [id] }, 409);
    const made = await here.send({ vendor: 'acme' });
    await elsewhere.admin.get(`/claim-batches/${made.id}/file`).expect(404);
  });
});
