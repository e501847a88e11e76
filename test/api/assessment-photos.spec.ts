import { newId } from '../../src/common/ids.js';
import type { AssessmentDetail } from '../../src/salvage/assessment/assessments.queries.js';
import type { AssessmentPhotoView } from '../../src/salvage/assessment/photos/stored-photos.js';
import type { Test } from 'supertest';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { jpegOf } from '../support/jpeg.js';
import { pngOf } from '../support/png.js';
import { scanOf, sendScans } from '../support/scans.js';

const JPEG = jpegOf(40, 24);
const PNG = pngOf(8, 8, () => true);
const WEBP = Buffer.from('RIFF\x04\0\0\0WEBPVP8 ', 'latin1');
const GOOD = { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' };
/** What a scan answers besides. */
const MORE = {
  case: 'good',
  ports: 'works',
  camera: 'works',
  storage: 'present',
  managementLock: 'off',
  accessories: 'complete',
};

let app: TestApp;
let here: Register;
let technician: TestUser;
let device: DeviceJson;
let assessment: string;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  device = await retired();
  assessment = await assess(device.id);
});

afterAll(() => app.close());

async function retired(): Promise<DeviceJson> {
  const { id } = await here.add();
  return here.change(id, { status: 'retired' });
}

async function assess(deviceId: string): Promise<string> {
  const { body } = await technician.post('/assessments').send({ deviceId, answers: GOOD }).expect(201);
  return (body as AssessmentDetail).id;
}

const sent = (bytes: Buffer, name = 'photo.jpg', user = technician): Test =>
  user.post(`/assessments/${assessment}/photos`).attach('file', bytes, name);

const add = async (bytes = JPEG): Promise<AssessmentPhotoView> =>
  (await sent(bytes).expect(201)).body as AssessmentPhotoView;

const found = async (): Promise<AssessmentDetail> =>
  (await technician.get(`/assessments/${assessment}`).expect(200)).body as AssessmentDetail;

/** Bytes of files that are in the database. */
async function stored(): Promise<number> {
  const [row] = await app.source.query<{ bytes: number }[]>(
    `SELECT coalesce(sum(octet_length(bytes)), 0)::int AS bytes FROM file_parts WHERE district_id = $1`,
    [here.district.id],
  );
  return row?.bytes ?? -1;
}

describe('a photo of an assessment', () => {
  it.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['image/webp', WEBP],
  ])('of the type %s is kept as it was sent, and told by its bytes', async (mediaType, bytes) => {
    const photo = await add(bytes);
    expect(photo).toMatchObject({ name: 'photo.jpg', mediaType, sizeBytes: bytes.length });
    expect(photo.addedByName).toBe((await found()).assessedByName);
    expect((await found()).photos).toEqual([photo]);
    const answer = await technician
      .get(`/assessments/${assessment}/photos/${photo.id}`)
      .buffer(true)
      .expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': mediaType,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(answer.body).toEqual(bytes);
  });

  it.each([
    ['that is a text with the name of a photo', Buffer.from('no photo at all'), 400, 'NO_PHOTO'],
    ['that is a PDF', Buffer.from('%PDF-1.7 an invoice'), 400, 'NO_PHOTO'],
    ['that is empty', Buffer.alloc(0), 400, 'NO_PHOTO'],
    ['of more than 10 MiB', Buffer.concat([JPEG, Buffer.alloc(10 * 1024 * 1024)]), 413, 'DOCUMENT_TOO_LARGE'],
  ])('is refused with words, if it is one %s', async (_, bytes, status, code) => {
    const { body } = await sent(bytes).expect(status);
    expect((body as Problem).code).toBe(code);
    expect([(await found()).photos, await stored()]).toEqual([[], 0]);
  });

  it('comes without other fields, and with a file', async () => {
    const path = `/assessments/${assessment}/photos`;
    const more = await technician.post(path).field('kind', 'photo').attach('file', JPEG, 'a.jpg').expect(400);
    expect((more.body as Problem).errors).toMatchObject([{ field: 'kind', code: 'UNKNOWN_FIELD' }]);
    const none = await technician.post(path).field('file', 'a text').expect(400);
    expect((none.body as Problem).code).toBe('NO_FILE');
    expect(await stored()).toBe(0);
  });

  it('is one of six at the most, when fifty are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => sent(JPEG)));
    const codes = answers.filter(({ status }) => status !== 201).map(({ body }) => (body as Problem).code);
    expect(codes).toEqual(Array(44).fill('ASSESSMENT_PHOTOS_FULL'));
    expect((await found()).photos).toHaveLength(6);
    expect(await stored()).toBe(6 * JPEG.length);
  });

  it('is added once, if the same request is sent again', async () => {
    const key = newId();
    const [one, again] = [
      await sent(JPEG).set('idempotency-key', key),
      await sent(JPEG).set('idempotency-key', key),
    ];
    expect([one.status, again.status, (again.body as { id: string }).id]).toEqual([
      201,
      201,
      (one.body as { id: string }).id,
    ]);
    expect((await found()).photos).toHaveLength(1);
  });

  it('is deleted with its bytes, and makes room for another one', async () => {
    const photos: AssessmentPhotoView[] = [];
    for (let i = 0; i < 6; i += 1) photos.push(await add());
    await sent(JPEG).expect(409);
    const path = `/assessments/${assessment}/photos/${photos[2]?.id}`;
    await technician.delete(path).expect(204);
    expect(await stored()).toBe(5 * JPEG.length);
    await technician.get(path).expect(404);
    await technician.delete(path).expect(404);
    const { id } = await add(PNG);
    expect((await found()).photos.map((photo) => photo.id)).toEqual([
      ...photos.filter((_, i) => i !== 2).map((photo) => photo.id),
      id,
    ]);
  });

  it('is nobody’s else: not of another site, another assessment or another district', async () => {
    const { id } = await add();
    const path = `/assessments/${assessment}/photos/${id}`;
    const there = await app.user(here.district, 'technician', { sites: ['B'] });
    const other = await app.district();
    for (const user of [there, other.admin]) {
      await user.get(path).expect(404);
      await user.delete(path).expect(404);
      await sent(JPEG, 'photo.jpg', user).expect(404);
    }
    const second = await assess(device.id);
    await technician.get(`/assessments/${second}/photos/${id}`).expect(404);
    await technician.delete(`/assessments/${second}/photos/${id}`).expect(404);
    const reader = await app.user(here.district, 'site_staff', { sites: ['A'] });
    await reader.get(path).expect(200);
    await reader.delete(path).expect(403);
    await sent(JPEG, 'photo.jpg', reader).expect(403);
    expect((await found()).photos).toHaveLength(1);
  });

  it('follows its assessment when two records of one device are merged', async () => {
    const { id } = await add();
    const survivor = await retired();
    await here.admin
      .post(`/devices/${survivor.id}/merge`)
      .set('if-match', '*')
      .send({ duplicateId: device.id, note: 'One device.' })
      .expect(200);
    expect(await found()).toMatchObject({ deviceId: survivor.id, photos: [{ id }] });
    await technician.get(`/assessments/${assessment}/photos/${id}`).expect(200);
  });

  it('keeps the scan that assessed from being undone, until it is deleted', async () => {
    const { assetTag } = device;
    const answers = Object.entries({ ...GOOD, ...MORE }).map(([question, answer]) => ({ question, answer }));
    const scan = scanOf(assetTag ?? '', 'assess', { site: 'A', answers });
    expect(await sendScans(technician, [scan])).toMatchObject([{ outcome: 'applied' }]);
    const { body } = await technician.get(`/assessments?device=${device.id}`).expect(200);
    assessment = (body as { items: { id: string }[] }).items[0]?.id ?? '';
    const { id } = await add();
    const undo = async (): Promise<object> =>
      (await sendScans(technician, [scanOf(assetTag ?? '', 'undo', { undoes: scan.id })]))[0] ?? {};
    expect(await undo()).toMatchObject({
      outcome: 'refused',
      detail: expect.stringContaining('Delete its photos first') as string,
    });
    await technician.delete(`/assessments/${assessment}/photos/${id}`).expect(204);
    expect(await undo()).toMatchObject({ outcome: 'applied' });
    await technician.get(`/assessments/${assessment}`).expect(404);
    await sent(JPEG).expect(404);
  });
});
