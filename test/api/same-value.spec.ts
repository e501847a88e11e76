import { AccountsService } from '../../src/access/accounts/accounts.service.js';
import { endOfDay, list } from '../../src/cli/arguments.js';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';
import {
  csvOf,
  devicesCsv,
  districtWithSites,
  load,
  type Row,
  rowsOf,
  type UploadFields,
} from '../support/imports.js';

/** What became of a value: what was understood, or nothing where it was refused. */
type Understood = string | undefined;

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp({});
  district = await districtWithSites(app);
});

afterAll(() => app.close());

/** Loads a file, and says by row what it changed, or nothing where the row was refused. */
async function loaded(
  file: string,
  fields: UploadFields,
): Promise<({ id: string; fields: string } | undefined)[]> {
  const { id } = await load(app, district.admin, file, fields);
  const rows = (await rowsOf(district.admin, id)).toSorted((one, other) => one.rowNo - other.rowNo);
  return rows.map(({ outcome, targetId, changes }) =>
    outcome === 'refused' ? undefined : { id: targetId ?? '', fields: Object.keys(changes ?? {}).join() },
  );
}

/** A field of a record, as the API shows it. */
async function fieldOf(path: string, field: string): Promise<Understood> {
  const { body } = await district.admin.get(path).expect(200);
  return (body as Record<string, Understood>)[field];
}

let made = 0;

describe('a day', () => {
  const DAYS: [text: string, day: Understood][] = [
    ['2026-02-28', '2026-02-28'],
    ['2024-02-29', '2024-02-29'],
    [' 2026-01-15', '2026-01-15'],
    ['2026-01-15 ', '2026-01-15'],
    ['2199-12-31', '2199-12-31'],
    ['1901-01-01', '1901-01-01'],
    ['2026-02-30', undefined],
    ['2025-02-29', undefined],
    ['1900-02-29', undefined],
    ['2026-04-31', undefined],
    ['2026-13-01', undefined],
    ['2200-01-01', undefined],
    ['275760-09-13', undefined],
    ['２０２６-01-15', undefined],
    ['2026－01－15', undefined],
    ['tomorrow', undefined],
  ];

  it('has the same answer in a query, in a body, in a file and on the command line', async () => {
    const query: Understood[] = [];
    const body: Understood[] = [];
    const command: Understood[] = [];
    for (const [text, day] of DAYS) {
      const asked = await district.admin.get(`/devices?autoUpdateBefore=${encodeURIComponent(text)}`);
      query.push(asked.status === 200 ? day : undefined);
      made += 1;
      const sent = await district.admin
        .post('/sites')
        .send({ code: `D${made}`, name: `School D${made}`, type: 'high', closedOn: text });
      body.push(sent.status === 201 ? (sent.body as { closedOn: string }).closedOn : undefined);
      command.push(onCommandLine(() => endOfDay(text).toISOString().slice(0, 10)));
    }
    const rows = DAYS.map(([text], i) => ({
      Code: `F${i}`,
      Name: `School F${i}`,
      Type: 'high',
      'Closed on': text,
    }));
    const sites = await loaded(csvOf(rows), { kind: 'sites' });
    const file = await Promise.all(
      sites.map(async (site) => site && fieldOf(`/sites/${site.id}`, 'closedOn')),
    );
    const expected = DAYS.map(([, day]) => day);
    expect({ query, body, file, command }).toEqual({
      query: expected,
      body: expected,
      file: expected,
      command: expected,
    });
  });

  it.each([
    ['devices', '1969-06-01', undefined],
    ['devices', '1971-06-01', '1971-06-01'],
    ['sites', '1799-06-01', undefined],
    ['sites', '1850-06-01', '1850-06-01'],
  ])('of %s may be as early in a body as in a file: %s', async (kind, text, day) => {
    made += 1;
    const name = `E${made}`;
    const isSite = kind === 'sites';
    const sent = isSite
      ? await district.admin.post('/sites').send({ code: name, name, type: 'high', openedOn: text })
      : await district.admin.post('/devices').send({
          assetTag: name,
          manufacturer: 'Dell',
          model: '3120',
          kind: 'laptop',
          site: 'A1',
          purchasedOn: text,
        });
    const field = isSite ? 'openedOn' : 'purchasedOn';
    expect(sent.status === 201 ? (sent.body as Record<string, string>)[field] : undefined).toBe(day);
    const row: Row = isSite
      ? { Code: `${name}F`, Name: name, Type: 'high', 'Opened on': text }
      : { 'Asset tag': `${name}F`, 'Purchased on': text };
    const [target] = await loaded(isSite ? csvOf([row]) : devicesCsv([row]), { kind });
    expect(target ? await fieldOf(`/${kind}/${target.id}`, field) : undefined).toBe(day);
  });
});

describe('a school year', () => {
  const YEARS: [text: string, year: Understood][] = [
    ['2026-27', '2026-27'],
    ['2026-2027', '2026-27'],
    ['2026–27', '2026-27'],
    ['2026/27', '2026-27'],
    [' 2026-27 ', '2026-27'],
    ['2099-00', '2099-00'],
    ['2026-28', undefined],
    ['2026-26', undefined],
    ['2026-2028', undefined],
    ['2026', undefined],
    ['26-27', undefined],
    ['0000-01', undefined],
    ['275760-61', undefined],
    ['２０２６-27', undefined],
    ['1949-50', undefined],
  ];

  // No command takes one.
  it('has the same answer in a query, in an address, in a body and in a file', async () => {
    const query: Understood[] = [];
    const address: Understood[] = [];
    const body: Understood[] = [];
    const { body: sites } = await district.admin.get('/sites?text=A1').expect(200);
    const siteId = (sites as { items: { id: string }[] }).items[0]?.id ?? '';
    for (const [text, year] of YEARS) {
      const encoded = encodeURIComponent(text);
      const asked = await district.admin.get(`/sites?schoolYear=${encoded}`);
      query.push(asked.status === 200 ? year : undefined);
      const put = await district.admin
        .put(`/sites/${siteId}/pupils/${encoded}`)
        .set('if-match', '*')
        .send({ pupils: 5 });
      address.push(put.status < 300 ? (put.body as { schoolYear: string }).schoolYear : undefined);
      const sent = await district.admin.post('/allocation/proposals').send({ schoolYear: text });
      body.push(sent.status === 202 ? year : undefined);
    }
    const rows = YEARS.map(([text]) => ({ 'Site code': 'B2', 'School year': text, Pupils: '7' }));
    const file = await Promise.all(
      // Each in a file of its own: a site has one number a year.
      rows.map(async (row) => {
        const [site] = await loaded(csvOf([row]), { kind: 'pupils', mode: 'rehearse' });
        return /\d{4}-\d\d/.exec(site?.fields ?? '')?.[0];
      }),
    );
    const expected = YEARS.map(([, year]) => year);
    expect({ query, address, body, file }).toEqual({
      query: expected,
      address: expected,
      body: expected,
      file: expected,
    });
  });
});

describe('the code of a site', () => {
  const CODES: [text: string, code: Understood][] = [
    ['A1', 'A1'],
    ['a1', 'A1'],
    [' a1 ', 'A1'],
    ['\u00a0A1', 'A1'],
    ['Ａ１', undefined],
    ['A 1', undefined],
    ['A01', undefined],
    ['1', undefined],
  ];

  it('has the same answer in a query, in a body, in a file and on the command line', async () => {
    await load(app, district.admin, devicesCsv([{ 'Asset tag': 'S1', Site: 'A1' }]));
    const query: Understood[] = [];
    const body: Understood[] = [];
    const command: Understood[] = [];
    for (const [text, code] of CODES) {
      const { body: found } = await district.admin
        .get(`/devices?site=${encodeURIComponent(text)}`)
        .expect(200);
      query.push((found as { items: unknown[] }).items.length > 0 ? code : undefined);
      const { body: seen } = await district.admin
        .post('/devices/sightings')
        .send({ sightings: [{ code: 'S1', site: text }] })
        .expect(200);
      const [result] = (seen as { results: { outcome: string }[] }).results;
      body.push(result?.outcome === 'recorded' ? code : undefined);
      made += 1;
      const account = app.get(AccountsService).create(district.id, {
        email: `site-${made}@test.example`,
        role: 'technician',
        sites: list(text),
      });
      command.push(await account.then(() => code).catch(() => undefined));
    }
    const rows = CODES.map(([text], i) => ({ 'Asset tag': `C${i}`, Site: text }));
    const file = (await loaded(devicesCsv(rows), {})).map((device, i) =>
      device ? CODES[i]?.[1] : undefined,
    );
    const expected = CODES.map(([, code]) => code);
    expect({ query, body, file, command }).toEqual({
      query: expected,
      body: expected,
      file: expected,
      command: expected,
    });
  });
});

describe('an instant', () => {
  const INSTANTS: [text: string, instant: Understood][] = [
    ['2020-01-31T08:00:00Z', '2020-01-31T08:00:00.000Z'],
    ['2020-01-31t08:00:00z', '2020-01-31T08:00:00.000Z'],
    ['2020-01-31T00:00:00-08:00', '2020-01-31T08:00:00.000Z'],
    [' 2020-01-31T08:00:00Z\n', '2020-01-31T08:00:00.000Z'],
    ['2020-01-31T08:00:00', undefined],
    ['2020-01-31', undefined],
    ['2020-02-30T08:00:00Z', undefined],
    ['0000-01-31T08:00:00Z', undefined],
    ['275760-09-13T00:00:00Z', undefined],
    ['２０２０-01-31T08:00:00Z', undefined],
    ['2020-01-31T24:00:00Z', undefined],
  ];

  // No column of a file and no command takes one.
  it('has the same answer in a query and in a body', async () => {
    await load(app, district.admin, devicesCsv([{ 'Asset tag': 'I1' }]));
    const query: Understood[] = [];
    const body: Understood[] = [];
    for (const [text] of INSTANTS) {
      const asked = await district.admin.get(`/counts?knownAt=${encodeURIComponent(text)}`);
      query.push(asked.status === 200 ? (asked.body as { knownAt: string }).knownAt : undefined);
      const sent = await district.admin
        .post('/devices/sightings')
        .send({ sightings: [{ code: 'I1', seenAt: text }] });
      body.push(sent.status === 200 ? INSTANTS.find(([said]) => said === text)?.[1] : undefined);
    }
    const expected = INSTANTS.map(([, instant]) => instant);
    expect({ query, body }).toEqual({ query: expected, body: expected });
  });
});

function onCommandLine(read: () => string): Understood {
  try {
    return read();
  } catch {
    return undefined;
  }
}
