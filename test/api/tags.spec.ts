import type { components } from '../../src/web/api/schema.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { answered, clientOf } from '../support/typed-client.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

type NewSeries = components['schemas']['NewTagSeriesBody'];

const series = ({ admin }: TestDistrict, prefix: string, more: Partial<NewSeries> = {}) =>
  answered(201, clientOf(app, admin).POST('/api/v1/tag-series', { body: { prefix, digits: 4, ...more } }));

async function take(district: TestDistrict, id: string, count: number): Promise<string[]> {
  const call = clientOf(app, district.admin).POST('/api/v1/tag-series/{id}/ranges', {
    params: { path: { id } },
    body: { count },
  });
  return (await answered(201, call)).tags;
}

const device = (more: object): object => ({
  manufacturer: 'Dell',
  model: 'Latitude',
  kind: 'laptop',
  site: 'A1',
  ...more,
});

describe('tags that the server hands out', () => {
  it('begin after those that devices have, and go around any that come later', async () => {
    const district = await districtWithSites(app);
    await load(app, district.admin, devicesCsv(numbered(3)));
    const { id, next } = await series(district, 'T');
    expect(next).toBe('T1003');
    await district.admin
      .post('/devices')
      .send(device({ assetTag: 'T1004' }))
      .expect(201);
    expect(await take(district, id, 3)).toEqual(['T1003', 'T1005', 'T1006']);
  });

  it('are each handed out once, by twenty callers at once', async () => {
    const district = await districtWithSites(app);
    const { id } = await series(district, 'R-', { from: 1 });
    const saved = Array.from({ length: 10 }, async () => {
      const { body } = await district.admin
        .post('/devices')
        .send(device({ tagSeries: 'R-' }))
        .expect(201);
      return (body as { assetTag: string }).assetTag;
    });
    const ranges = Array.from({ length: 10 }, () => take(district, id, 7));
    const tags = (await Promise.all([...saved, ...ranges])).flat();
    expect(new Set(tags).size).toBe(80);
    expect(tags.toSorted()[0]).toBe('R-0001');
    expect(tags.toSorted().at(-1)).toBe('R-0080');
  });

  it('may be numbers that elsewhere are placeholders', async () => {
    const district = await districtWithSites(app);
    await series(district, '1', { digits: 3, from: 110 });
    for (const tag of ['1110', '1111', '1112']) {
      const { body } = await district.admin
        .post('/devices')
        .send(device({ tagSeries: '1' }))
        .expect(201);
      expect(body.assetTag).toBe(tag);
    }
  });

  it.each([
    ['2', 3, '2222'],
    ['1', 4, '11111'],
    ['12', 6, '12345678'],
    ['', 6, '123456'],
    ['9', 3, '9999'],
    ['', 4, '1234'],
    ['XXXX', 1, 'XXXX1'],
    ['0123456', 3, '0123456789'],
  ])('are real with the prefix "%s" and %i digits: %s', async (prefix, digits, tag) => {
    const district = await districtWithSites(app);
    const { id } = await series(district, prefix, { digits, from: Number(tag.slice(prefix.length)) });
    expect(await take(district, id, 1)).toEqual([tag]);
    // A printed tag reaches its device by hand, in a batch or in a file.
    const { body: made } = await district.admin
      .post('/devices')
      .send(device({ assetTag: tag }))
      .expect(201);
    expect(await deviceOf(district.admin, tag)).toMatchObject({ id: made.id, assetTag: tag });
    await district.admin
      .post(`/devices/${made.id}/void`)
      .set('If-Match', '*')
      .send({ note: 'x' })
      .expect(200);
    const { body } = await district.admin
      .put('/devices/batch')
      .send({ rows: [device({ assetTag: tag, serialNumber: 'SER1' })] })
      .expect(200);
    expect(body.results).toMatchObject([{ outcome: 'added' }]);
    const dell = { Manufacturer: 'Dell', Model: 'Latitude', Kind: 'laptop' };
    const file = devicesCsv([{ 'Asset tag': tag, ...dell, Notes: 'seen' }]);
    expect((await load(app, district.admin, file)).plan).toMatchObject({ change: 1, refused: 0 });
  });

  it('are no tag of a district that has no such series', async () => {
    const district = await districtWithSites(app);
    await series(district, '1', { digits: 4 });
    const { body } = await district.admin
      .post('/devices')
      .send(device({ assetTag: '1111' }))
      .expect(400);
    expect(body.detail).toContain('"1111" looks like a placeholder, not a real tag.');
  });

  it('are never zeros alone', async () => {
    const district = await districtWithSites(app);
    const { id, next } = await series(district, '', { from: 0 });
    expect(next).toBe('0001');
    expect(await take(district, id, 2)).toEqual(['0001', '0002']);
    await district.admin
      .post('/devices')
      .send(device({ assetTag: '0000' }))
      .expect(400);
  });

  it('leave no gap when twenty devices are saved at once', async () => {
    const district = await districtWithSites(app);
    await series(district, '1', { digits: 3, from: 105 });
    const saved = Array.from({ length: 20 }, async () => {
      const { body } = await district.admin
        .post('/devices')
        .send(device({ tagSeries: '1' }))
        .expect(201);
      return Number(body.assetTag);
    });
    const tags = (await Promise.all(saved)).toSorted((a, b) => a - b);
    expect(tags).toEqual(Array.from({ length: 20 }, (_, i) => 1105 + i));
  });

  it('are not used up by a device that was refused', async () => {
    const district = await districtWithSites(app);
    const { next } = await series(district, 'X', { from: 7 });
    expect(next).toBe('X0007');
    await district.admin
      .post('/devices')
      .send(device({ tagSeries: 'X', site: 'NOWHERE' }))
      .expect(400);
    const { body } = await district.admin
      .post('/devices')
      .send(device({ tagSeries: 'X' }))
      .expect(201);
    expect(body.assetTag).toBe('X0007');
  });

  it('come to an end that is said', async () => {
    const district = await districtWithSites(app);
    const { id } = await series(district, 'E', { from: 9_998 });
    const { body } = await district.admin.post(`/tag-series/${id}/ranges`).send({ count: 3 }).expect(409);
    expect(body.code).toBe('TAG_SERIES_FULL');
    expect(await take(district, id, 2)).toEqual(['E9998', 'E9999']);
    await district.admin.post(`/tag-series/${id}/ranges`).send({ count: 1 }).expect(409);
  });

  it('have one series for a prefix, and no tag beside it', async () => {
    const district = await districtWithSites(app);
    await series(district, 'P');
    await district.admin.post('/tag-series').send({ prefix: 'p', digits: 5 }).expect(409);
    await district.admin
      .post('/devices')
      .send(device({ tagSeries: 'NONE' }))
      .expect(404);
    await district.admin
      .post('/devices')
      .send(device({ tagSeries: 'P', assetTag: 'P1' }))
      .expect(400);
  });
});
