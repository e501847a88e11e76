import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

interface Series {
  id: string;
  next: string;
}

async function series(district: TestDistrict, prefix: string, more: object = {}): Promise<Series> {
  const { body } = await district.admin
    .post('/tag-series')
    .send({ prefix, digits: 4, ...more })
    .expect(201);
  return body as Series;
}

async function take(district: TestDistrict, id: string, count: number): Promise<string[]> {
  const { body } = await district.admin.post(`/tag-series/${id}/ranges`).send({ count }).expect(201);
  return (body as { tags: string[] }).tags;
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
