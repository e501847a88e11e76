import { ClaimFiles, type ClaimFileView } from '../../src/warranty/claims/files/claim-files.service.js';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { buffer } from 'node:stream/consumers';
import type { Test } from 'supertest';
import { newId } from '../../src/common/ids.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { register, type Problem, type Register } from '../support/devices.js';

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a photo')]);
const PDF = Buffer.from('%PDF-1.7 an invoice');

let app: TestApp;
let here: Register;
let technician: TestUser;
let claim: string;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  await here.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  const { id: deviceId } = await here.add();
  const { body } = await technician
    .post('/claims')
    .send({ deviceId, vendor: 'lenovo', category: 'screen', observed: 'It is dark.' })
    .expect(201);
  claim = (body as ClaimDetail).id;
});

afterAll(() => app.close());

function sent(bytes: Buffer, fields: Record<string, string> = {}, user = technician): Test {
  const test = user.post(`/claims/${claim}/files`);
  for (const [name, value] of Object.entries(fields)) void test.field(name, value);
  return test.attach('file', bytes, 'screen.jpg');
}

const add = async (bytes = JPEG, fields: Record<string, string> = {}): Promise<ClaimFileView> =>
  (await sent(bytes, fields).expect(201)).body as ClaimFileView;

const filesOfClaim = async (): Promise<ClaimFileView[]> =>
  ((await technician.get(`/claims/${claim}`).expect(200)).body as ClaimDetail).files;

const step = (body: object): PromiseLike<unknown> =>
  technician.post(`/claims/${claim}/steps`).send(body).expect(200);

/** What is left of files in the database. */
async function stored(): Promise<number> {
  const [row] = await app.source.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM file_parts WHERE district_id = $1`,
    [here.district.id],
  );
  return row?.count ?? -1;
}

describe('a file of a claim', () => {
  it('is kept as it was sent, told by what it is, and not shared unless somebody says so', async () => {
    const photo = await add();
    const proof = await add(PDF, { kind: 'proof_of_purchase', isShared: 'true' });
    expect(await filesOfClaim()).toMatchObject([
      {
        id: photo.id,
        kind: 'photo',
        name: 'screen.jpg',
        mediaType: 'image/jpeg',
        sizeBytes: 11,
        isShared: false,
      },
      { id: proof.id, kind: 'proof_of_purchase', mediaType: 'application/pdf', isShared: true },
    ]);
    const answer = await technician.get(`/claims/${claim}/files/${photo.id}`).buffer(true).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(answer.body).toEqual(JPEG);
    await technician.patch(`/claims/${claim}/files/${photo.id}`).send({ isShared: true }).expect(200);
    expect((await filesOfClaim()).map(({ isShared }) => isShared)).toEqual([true, true]);
  });

  it('is deleted for good, also once the claim has ended', async () => {
    const photo = await add();
    await step({ step: 'cancel', reason: 'It works.' });
    expect((await sent(JPEG).expect(409)).body).toMatchObject({ code: 'CLAIM_ENDED' });
    expect(await stored()).toBe(1);
    await technician.delete(`/claims/${claim}/files/${photo.id}`).expect(204);
    expect(await filesOfClaim()).toEqual([]);
    expect(await stored()).toBe(0);
    await technician.delete(`/claims/${claim}/files/${photo.id}`).expect(404);
  });

  it.each([
    ['of another type', Buffer.from('MZ a program'), {}, 400, 'NO_DOCUMENT'],
    ['that is empty', Buffer.alloc(0), {}, 400, 'NO_DOCUMENT'],
    [
      'that is too large',
      Buffer.concat([JPEG, Buffer.alloc(10 * 1024 * 1024)]),
      {},
      413,
      'DOCUMENT_TOO_LARGE',
    ],
    ['of an unknown kind', JPEG, { kind: 'secret' }, 400, 'INVALID_INPUT'],
    ['that is shared perhaps', JPEG, { isShared: 'maybe' }, 400, 'INVALID_INPUT'],
    ['with a field that nobody knows', JPEG, { colour: 'red' }, 400, 'INVALID_INPUT'],
  ])('is refused with words, if it is one %s', async (_, bytes, fields, status, code) => {
    const { body } = await sent(bytes, fields as Record<string, string>).expect(status);
    expect((body as Problem).code).toBe(code);
    expect(await filesOfClaim()).toEqual([]);
    expect(await stored()).toBe(0);
  });

  it('is one of twenty at the most, however many are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => sent(JPEG)));
    const codes = answers.filter(({ status }) => status !== 201).map(({ body }) => (body as Problem).code);
    expect(codes).toEqual(Array(5).fill('CLAIM_FILES_FULL'));
    expect(await filesOfClaim()).toHaveLength(20);
  });

  it('is nobody’s else: not of another site, another claim or another district', async () => {
    const { id } = await add();
    const path = `/claims/${claim}/files/${id}`;
    const there = await app.user(here.district, 'technician', { sites: ['B'] });
    const other = await app.district();
    for (const user of [there, other.admin]) {
      await user.get(path).expect(404);
      await user.delete(path).expect(404);
      await user.patch(path).send({ isShared: true }).expect(404);
      await sent(JPEG, {}, user).expect(404);
    }
    await technician.get(`/claims/${newId()}/files/${id}`).expect(404);
    await technician.get(`/claims/${claim}/files/${newId()}`).expect(404);
  });

  it('is for its vendor only if it is shared, and once the vendor has the claim', async () => {
    const files = app.get(ClaimFiles);
    const [vendor] = await app.source.query<{ id: string }[]>(
      `SELECT id FROM vendors WHERE district_id = $1`,
      [here.district.id],
    );
    const open = async (id: string, vendorId = vendor?.id ?? ''): Promise<string> =>
      files.openShared(here.district.id, vendorId, claim, id).then(
        async (file) => (await buffer(file.open())).toString('latin1', 4),
        (error: { code: string }) => error.code,
      );
    const [shared, own] = [await add(JPEG, { isShared: 'true' }), await add()];
    expect(await open(shared.id)).toBe('CLAIM_FILE_NOT_FOUND');
    await step({ step: 'ready', acceptWarnings: true });
    await step({ step: 'send', reference: 'SR-1' });
    expect(await open(shared.id)).toBe('a photo');
    expect(await open(own.id)).toBe('CLAIM_FILE_NOT_FOUND');
    expect(await open(shared.id, newId())).toBe('CLAIM_FILE_NOT_FOUND');
  });
});
