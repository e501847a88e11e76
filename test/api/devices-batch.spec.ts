import { type TestApp, testApp } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
});

afterAll(() => app.close());

const fresh = (more: object = {}): object => ({ assetTag: freshTag(), ...LATITUDE, site: 'A', ...more });

describe('a batch of devices', () => {
  it('answers a thousand rows in their order, and a bad row does not stop the rest', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => fresh(i % 100 === 7 ? { site: 'Nowhere' } : {}));
    const { results, changeSetId } = await here.batch(rows);
    expect(results.map(({ index }) => index)).toEqual(rows.map((_, i) => i));
    for (const { index, outcome, id, code } of results)
      if (index % 100 === 7) expect({ outcome, code }).toEqual({ outcome: 'refused', code: 'UNKNOWN_SITE' });
      else expect({ outcome, known: id !== undefined }).toEqual({ outcome: 'added', known: true });
    expect(await here.changeSet(changeSetId)).toMatchObject({ kind: 'batch', devices: 990, events: 990 });
    expect(await here.differences()).toEqual([]);
  });

  it('refuses a thousand and one rows, none at all, and rows that are no objects', async () => {
    for (const rows of [Array.from({ length: 1001 }, () => fresh()), [], ['x'], 'x'])
      await here.admin.put('/devices/batch').send({ rows }).expect(400);
  });

  it('says of each row what it did', async () => {
    const known = await here.add({ notes: 'dented' });
    const { results } = await here.batch([
      { assetTag: known.assetTag, notes: 'dented' },
      fresh(),
      { assetTag: 'NOT-THERE-1', notes: 'x' },
      fresh({ colour: 'red' }),
      fresh({ costCents: 'much' }),
    ]);
    expect(results).toMatchObject([
      { outcome: 'unchanged', id: known.id, version: 1 },
      { outcome: 'added', version: 1 },
      { outcome: 'refused', code: 'SITE_REQUIRED' },
      { outcome: 'refused', code: 'INVALID_ROW', detail: expect.stringContaining('colour') },
      { outcome: 'refused', code: 'INVALID_ROW', detail: expect.stringContaining('costCents') },
    ]);
  });

  it('matches by serial number, then by tag', async () => {
    const { id, assetTag } = await here.add({ serialNumber: 'BY-1' });
    const { results } = await here.batch([{ serialNumber: 'by-1', notes: 'one' }]);
    expect(results[0]).toMatchObject({ outcome: 'changed', id });
    const repaired = await here.batch([{ assetTag, serialNumber: 'BY-2' }]);
    expect(repaired.results[0]).toMatchObject({ outcome: 'changed', id });
    expect(await here.find(id)).toMatchObject({ serialNumber: 'BY-2', assetTag });
  });

  it('obeys the version of a row, where it carries one', async () => {
    const first = await here.add();
    const second = await here.add();
    await here.change(first.id, { notes: 'meanwhile' });
    const { results } = await here.batch([
      { assetTag: first.assetTag, version: 1, notes: 'late' },
      { assetTag: second.assetTag, version: 1, notes: 'in time' },
    ]);
    expect(results).toMatchObject([
      { outcome: 'refused', id: first.id },
      { outcome: 'changed', version: 2 },
    ]);
    expect((await here.find(first.id)).notes).toBe('meanwhile');
  });

  it('refuses the second of two rows for one device, however they name it', async () => {
    const known = await here.add({ serialNumber: 'DUP-1' });
    const tag = freshTag();
    const { results } = await here.batch([
      { serialNumber: 'DUP-1', notes: 'one' },
      { assetTag: known.assetTag, notes: 'two' },
      fresh({ assetTag: tag }),
      fresh({ assetTag: tag.toLowerCase() }),
    ]);
    expect(results).toMatchObject([
      { outcome: 'changed' },
      { outcome: 'refused', code: 'TWICE' },
      { outcome: 'added' },
      { outcome: 'refused', detail: expect.stringContaining('Row 2') },
    ]);
  });

  it('refuses the second of two devices that would take the same code, and keeps the rest of the batch', async () => {
    const known = await here.add({ manufacturer: 'HP', model: 'ProBook 11' });
    const { results } = await here.batch([
      { assetTag: known.assetTag, serialNumber: 'CLASH-1' },
      fresh({ manufacturer: 'HP', model: 'ProBook 11', serialNumber: 'CLASH-1' }),
      fresh(),
    ]);
    expect(results).toMatchObject([
      { outcome: 'changed' },
      { outcome: 'refused', code: 'TWICE' },
      { outcome: 'added' },
    ]);
  });

  it('refuses both rows that would swap the tags of two devices: each is on two devices', async () => {
    const first = await here.add({ serialNumber: 'SWAP-1' });
    const second = await here.add({ serialNumber: 'SWAP-2' });
    const { results } = await here.batch([
      { serialNumber: 'SWAP-1', assetTag: second.assetTag },
      { serialNumber: 'SWAP-2', assetTag: first.assetTag },
    ]);
    expect(results).toMatchObject([{ code: 'MATCHES_TWO' }, { code: 'MATCHES_TWO' }]);
    await here.batch([{ serialNumber: 'SWAP-1', assetTag: null }]);
    await here.batch([{ serialNumber: 'SWAP-2', assetTag: first.assetTag }]);
    await here.batch([{ serialNumber: 'SWAP-1', assetTag: second.assetTag }]);
    expect(await here.find(first.id)).toMatchObject({ assetTag: second.assetTag });
    expect(await here.find(second.id)).toMatchObject({ assetTag: first.assetTag });
  });

  it('keeps a technician to their sites, row by row', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const far = await here.add({ site: 'B' });
    const near = await here.add();
    const { results } = await here.batch(
      [
        { assetTag: far.assetTag, notes: 'x' },
        { assetTag: near.assetTag, notes: 'x' },
        { assetTag: near.assetTag, site: 'B' },
        fresh({ site: 'B' }),
        fresh(),
      ],
      technician,
    );
    expect(results.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'OUT_OF_SCOPE',
      'changed',
      'TWICE',
      'OUT_OF_SCOPE',
      'added',
    ]);
  });

  it('closes every route of disposal, also to an admin', async () => {
    const { assetTag } = await here.add({ status: 'retired' });
    const { results } = await here.batch([
      { assetTag, status: 'disposed', disposalRoute: 'recycle' },
      { assetTag: (await here.add()).assetTag, disposalRoute: 'recycle' },
    ]);
    expect(results).toMatchObject([
      { outcome: 'refused', code: 'GATES_CLOSED' },
      { outcome: 'refused', code: 'ROUTE_WITHOUT_DISPOSAL' },
    ]);
  });

  it('is refused whole where the body is more than four megabytes', async () => {
    const rows = [fresh({ notes: 'x'.repeat(5_000_000) })];
    await here.admin.put('/devices/batch').send({ rows }).expect(413);
  });
});
