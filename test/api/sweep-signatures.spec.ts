import pg from 'pg';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';
import { textOf } from '../support/pdf-text.js';
import { pngOf } from '../support/png.js';
import { cut, pagesOf, PDFTOPPM, type Picture } from '../support/pictures.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let ann: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  ann = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

interface SweepJson {
  id: string;
  name: string | null;
  closedAt: string | null;
  closedByName: string | null;
  signedName: string | null;
  isDrawn: boolean;
}

/** A black bar on white, which a report shows wherever it draws the picture. */
const DRAWN = pngOf(200, 60, (x, y) => x > 20 && x < 180 && y > 20 && y < 40).toString('base64');

async function sweep(room = '12', devices = 2): Promise<{ id: string; tags: string[] }> {
  const rows = Array.from({ length: devices }, () => ({
    assetTag: freshTag(),
    ...LATITUDE,
    site: 'A',
    room,
    status: 'deployed',
  }));
  await here.batch(rows);
  const { body } = await ann.post('/sweeps').send({ site: 'A', room }).expect(201);
  return { id: (body as SweepJson).id, tags: rows.map(({ assetTag }) => assetTag) };
}

const darkShare = ({ dots }: Picture): number => dots.filter((dot) => dot < 100).length / dots.length;

const closing = (id: string, signature?: object, by = ann) =>
  by.post(`/sweeps/${id}/closing`).send({ moves: true, ...(signature ? { signature } : {}) });

describe('the signature of a sweep', () => {
  it('is drawn, kept with the sweep, and shown to whoever sees the sweep', async () => {
    const { id } = await sweep();
    await ann.get(`/sweeps/${id}/signature`).expect(404);
    const { body: closed } = await closing(id, { name: ' Ann Lee ', image: DRAWN }).expect(200);
    expect(closed).toMatchObject({ signedName: 'Ann Lee', isDrawn: true, closedByName: expect.any(String) });
    const image = await download(ann, `sweeps/${id}/signature`);
    expect(image.toString('base64')).toBe(DRAWN);
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    await principal.get(`/sweeps/${id}/signature`).expect(200).expect('content-type', 'image/png');
    const stranger = await app.user(here.district, 'technician', { sites: ['B'] });
    await stranger.get(`/sweeps/${id}/signature`).expect(404);
  });

  it('is typed, and then there is no picture', async () => {
    const { id } = await sweep();
    await closing(id, { name: 'Ann Lee' }).expect(200);
    const { body } = await ann.get(`/sweeps/${id}`).expect(200);
    expect(body).toMatchObject({ signedName: 'Ann Lee', isDrawn: false });
    await ann.get(`/sweeps/${id}/signature`).expect(404);
    const text = await textOf(await download(ann, `sweeps/${id}/report/pdf`));
    expect(text).toContain('Ann Lee');
    expect(text).toContain('Signed by typing the name: Ann Lee, account');
  });

  it('is refused where no report can show it, and the sweep stays open', async () => {
    const { id } = await sweep();
    for (const image of ['nothing', Buffer.from('GIF89a').toString('base64'), DRAWN.slice(0, 200)]) {
      const { body } = await closing(id, { name: 'Ann Lee', image }).expect(400);
      expect(body).toMatchObject({ code: 'BAD_SIGNATURE', errors: [{ field: 'signature.image' }] });
    }
    for (const signature of [{}, { name: ' ' }, { name: 'x'.repeat(201) }, { image: DRAWN }, 'Ann'])
      await closing(id, signature as object).expect(400);
    const { body } = await ann.get(`/sweeps/${id}`).expect(200);
    expect(body).toMatchObject({ closedAt: null, signedName: null });
    await closing(id, { name: 'Ann Lee', image: DRAWN }).expect(200);
  });

  it('is one, whoever signs at once, and cannot be changed: not by a request, not by the application', async () => {
    const { id } = await sweep();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => closing(id, { name: `Signer ${i}`, image: DRAWN })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(409)]);
    await closing(id, { name: 'Somebody else' }).expect(409);
    const client = new pg.Client({ connectionString: app.database.appUrl });
    await client.connect();
    try {
      await client.query(`SET ROLE rollcall_app`);
      for (const change of [
        `UPDATE sweep_signatures SET name = 'x' WHERE sweep_id = $1`,
        `DELETE FROM sweep_signatures WHERE sweep_id = $1`,
        `DELETE FROM files WHERE id = (SELECT image_id FROM sweep_signatures WHERE sweep_id = $1)`,
      ])
        await expect(client.query(change, [id])).rejects.toThrow(/permission denied|foreign key/);
    } finally {
      await client.end();
    }
  });

  it('leaves a record of where each moved device was before', async () => {
    const { id } = await sweep('12', 1);
    const stray = await here.add({ room: '14' });
    await sendScans(ann, [scanOf(stray.assetTag ?? '', 'count', { site: 'A', room: '12', sweep: id })]);
    const { body } = await ann.get(`/sweeps/${id}/findings?result=misplaced`).expect(200);
    const before = { recordedSite: 'A', recordedRoom: '14', foundRoom: '12' };
    expect((body as { items: object[] }).items).toEqual([expect.objectContaining(before)]);
    await closing(id, { name: 'Ann Lee' }).expect(200);
    expect(await here.find(stray.id)).toMatchObject({ room: '12' });
    const { body: after } = await ann.get(`/sweeps/${id}/findings?result=misplaced`).expect(200);
    expect((after as { items: object[] }).items).toEqual([expect.objectContaining(before)]);
  });
});

(PDFTOPPM ? describe : describe.skip)('a signed report on paper', () => {
  it('shows the drawn signature above its line', async () => {
    const { id } = await sweep();
    await closing(id, { name: 'Ann Lee', image: DRAWN }).expect(200);
    const [page] = await pagesOf(await download(ann, `sweeps/${id}/report/pdf`), 72);
    if (!page) throw new Error('no page');
    // The bar is the only thing on the page that is so dark and so large.
    const rows = Array.from({ length: page.height }, (_, y) => darkShare(cut(page, 36, y, 200, 1)));
    expect(rows.filter((share) => share > 0.6).length).toBeGreaterThan(8);
  });
});
