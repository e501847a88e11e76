import sharp from 'sharp';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { jpegOf } from '../support/jpeg.js';
import { LotDesk } from '../support/lot-desk.js';
import { picturesIn, textOf } from '../support/pdf-text.js';
import { pngOf } from '../support/png.js';
import { firstSheetOf } from '../support/workbook.js';

const GOOD = { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' };
const HEADLESS_WEBP = Buffer.from('RIFF\x04\0\0\0WEBPVP8 ', 'latin1');
/** Bought a year ago: worth a good part of its price. */
const DEAR = { costCents: 300_000, purchasedOn: daysAgo(365) };
const CHEAP = { costCents: 30_000, purchasedOn: daysAgo(365) };

let app: TestApp;
let here: Register;
let its: TestUser;
let desk: LotDesk;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  its = await app.user(here.district, 'its');
  desk = new LotDesk(here, its);
});

afterAll(() => app.close());

/** Assesses a device and adds photos. */
async function photographed({ id: deviceId }: DeviceJson, ...photos: Buffer[]): Promise<void> {
  const { body } = await its.post('/assessments').send({ deviceId, answers: GOOD }).expect(201);
  const { id } = body as { id: string };
  for (const photo of photos)
    await its.post(`/assessments/${id}/photos`).attach('file', photo, 'photo').expect(201);
}

async function itemWith(devices: readonly DeviceJson[]): Promise<string> {
  const { id } = await desk.lot();
  await desk.put(id, { add: devices.map((device) => device.id) });
  return (await desk.boardItem({ lots: [id] })).id;
}

interface Packet {
  words: string;
  pictures: [number, number][][];
}

async function packetOf(item: string): Promise<Packet> {
  const pdf = await desk.bytes(`/board-items/${item}/packet.pdf`);
  return { words: (await textOf(pdf)).replaceAll(/\s+/g, ' '), pictures: await picturesIn(pdf) };
}

/** What the packet says from the first page with photos on. */
const photoWords = ({ words }: Packet): string => words.slice(words.indexOf('Photos of items worth'));

const setAmount = (photosAboveCents: number): PromiseLike<unknown> =>
  its.put('/salvage/settings').set('if-match', '*').send({ photosAboveCents }).expect(200);

describe('the amount from which the board sees photos', () => {
  it('is $500 until the district says otherwise, and nobody overwrites what somebody else has just saved', async () => {
    const first = await its.get('/salvage/settings').expect(200);
    expect(first.body).toEqual({ photosAboveCents: 50_000, version: 0 });
    const etag = first.headers['etag'] ?? '';
    const saved = await its
      .put('/salvage/settings')
      .set('if-match', etag)
      .send({ photosAboveCents: 100_000 })
      .expect(200);
    expect(saved.body).toEqual({ photosAboveCents: 100_000, version: 1 });
    await its.put('/salvage/settings').set('if-match', etag).send({ photosAboveCents: 1 }).expect(412);
    await its
      .put('/salvage/settings')
      .set('if-match', saved.headers['etag'] ?? '')
      .send({ photosAboveCents: 0 })
      .expect(200);
    expect((await its.get('/salvage/settings').expect(200)).body).toEqual({
      photosAboveCents: 0,
      version: 2,
    });
    const other = await app.district();
    expect((await other.admin.get('/salvage/settings').expect(200)).body).toMatchObject({
      photosAboveCents: 50_000,
    });
  });

  it('is saved by one of several who see the same version', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        its.put('/salvage/settings').set('if-match', '"0"').send({ photosAboveCents: i }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
  });

  it.each([[-1], [1.5], [100_000_001], ['500'], [null], [undefined]])('is refused as %p', async (amount) => {
    const { body } = await its
      .put('/salvage/settings')
      .set('if-match', '*')
      .send({ photosAboveCents: amount })
      .expect(400);
    expect((body as Problem).errors).toMatchObject([{ field: 'photosAboveCents' }]);
  });

  it('is for ITS and admins only', async () => {
    const lead = await app.user(here.district, 'lead');
    await lead.get('/salvage/settings').expect(403);
    await lead.put('/salvage/settings').set('if-match', '*').send({ photosAboveCents: 0 }).expect(403);
  });
});

describe('a board packet', () => {
  it('has photos of items that are worth more, and of no others', async () => {
    const [dear, plain] = await desk.cleared(2, DEAR);
    const [cheap] = await desk.cleared(1, CHEAP);
    if (!dear || !plain || !cheap) throw new Error('there are no devices');
    await photographed(
      dear,
      jpegOf(40, 24),
      pngOf(10, 8, (x) => x > 4),
    );
    await photographed(plain);
    await photographed(cheap, jpegOf(16, 16));
    const item = await itemWith([dear, plain, cheap]);
    const packet = await packetOf(item);
    expect(packet.pictures.flat()).toEqual([
      [40, 24],
      [10, 8],
    ]);
    // The table stands on the first page, and the photos on the second.
    expect(packet.pictures[0]).toEqual([]);
    const words = photoWords(packet);
    expect(words).toContain('Photos of items worth more than $500');
    expect(words).toContain('2 items are worth more than this.');
    expect(words).toContain(`Items without photos (1): ${plain.assetTag}.`);
    expect(words).toMatch(new RegExp(`${dear.assetTag}, .*: worth \\$[\\d,.]+ by the latest assessment`));
    expect(words).not.toContain(cheap.assetTag);
    expect(words).not.toContain('not shown here');

    await setAmount(0);
    expect((await packetOf(item)).pictures.flat()).toHaveLength(3);
    await setAmount(100_000_000);
    const none = await packetOf(item);
    expect(none.pictures.flat()).toEqual([]);
    expect(photoWords(none)).toContain('No item is worth more than this by its latest assessment.');
  });

  it('says of each photo that it cannot print why it is missing', async () => {
    const [dear] = await desk.cleared(1, DEAR);
    if (!dear) throw new Error('there is no device');
    const png = pngOf(30, 30, () => true);
    const damaged = Buffer.concat([png.subarray(0, 60), Buffer.alloc(40, 7), png.subarray(100)]);
    const headless = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    await photographed(dear, HEADLESS_WEBP, damaged, headless, jpegOf(40, 24));
    const packet = await packetOf(await itemWith([dear]));
    expect(packet.pictures.flat()).toEqual([[40, 24]]);
    expect(photoWords(packet).match(/so it cannot be printed/g)).toHaveLength(3);
  });

  it('shows every kind of photo that can be uploaded, upright and no larger than the paper shows', async () => {
    const [dear] = await desk.cleared(1, DEAR);
    if (!dear) throw new Error('there is no device');
    const made = sharp({ create: { width: 20, height: 10, channels: 4, background: '#00f8' } });
    const large = sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: 'red' } });
    await photographed(
      dear,
      await made.clone().webp().toBuffer(),
      await made.clone().png({ palette: true }).toBuffer(),
      await made.clone().toColourspace('rgb16').png({ progressive: true }).toBuffer(),
      await large.clone().png().toBuffer(),
      // Held upright: the file is wide, and says that it must be turned.
      await large.jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      pngOf(9, 7, () => false),
    );
    const item = await itemWith([dear]);
    expect((await packetOf(item)).pictures.flat()).toEqual([
      [20, 10],
      [20, 10],
      [20, 10],
      [968, 726],
      [545, 726],
      [9, 7],
    ]);
  });

  it('has nothing of what the camera noted', async () => {
    const [dear] = await desk.cleared(1, DEAR);
    if (!dear) throw new Error('there is no device');
    const noted = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Room 12 of Lincoln School' } })
      .toBuffer();
    expect(noted.toString('latin1')).toContain('Room 12 of Lincoln');
    await photographed(dear, noted);
    const pdf = await desk.bytes(`/board-items/${await itemWith([dear])}/packet.pdf`);
    expect(await picturesIn(pdf)).toContainEqual([[9, 9]]);
    expect(pdf.toString('latin1')).not.toContain('Room 12 of Lincoln');
  });

  it('has sixty photos at the most, six of one item, and says how many are left out', async () => {
    const devices = await desk.cleared(12, DEAR);
    for (const device of devices) {
      // Two assessments together have eight photos.
      await photographed(device, jpegOf(16, 8), jpegOf(16, 8), jpegOf(16, 8));
      await photographed(device, ...Array.from({ length: 5 }, () => jpegOf(24, 8)));
    }
    const packet = await packetOf(await itemWith(devices));
    const sizes = packet.pictures.flat().map(([width]) => width);
    expect(sizes).toHaveLength(60);
    // Those of the latest assessment come first.
    expect(sizes.filter((width) => width === 24)).toHaveLength(50);
    expect(photoWords(packet)).toContain(`Photos that are not shown here: ${12 * 8 - 60}.`);
  });

  it('counts the photos of each item in its workbook', async () => {
    const [dear, plain] = await desk.cleared(2, DEAR);
    if (!dear || !plain) throw new Error('there are no devices');
    await photographed(dear, jpegOf(16, 16), jpegOf(16, 16));
    const item = await itemWith([dear, plain]);
    const [header = [], ...rows] = await firstSheetOf(await desk.bytes(`/board-items/${item}/packet.xlsx`));
    const [tag, photos] = [header.indexOf('Asset tag'), header.indexOf('Photos')];
    const counts = new Map(rows.map((row) => [row[tag], row[photos]]));
    expect(Object.fromEntries(counts)).toEqual({
      [dear.assetTag ?? '']: '2',
      [plain.assetTag ?? '']: '0',
    });
    expect((await packetOf(item)).words).not.toContain('Federal share Photos');
  });
});
