import { once } from 'node:events';
import { connect } from 'node:net';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { districtWithSites } from '../support/imports.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let district: TestDistrict;
let photoPath: string;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  district = await districtWithSites(app);
  const scan = scanOf('NOBODY-KNOWS-2', 'seen', { site: 'A1' });
  await sendScans(district.admin, [scan]);
  photoPath = `/scans/${scan.id}/photo`;
});

afterAll(() => app.close());

const MEGABYTE = 1_000_000;
const large = (megabytes: number): Blob => new Blob([Buffer.alloc(megabytes * MEGABYTE, 'x')]);

function form(file: Blob, fields: Record<string, string> = {}): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file, 'a.csv');
  return body;
}

const send = (path: string, init: RequestInit): Promise<Response> =>
  fetch(`${app.url}/api/v1${path}`, {
    ...init,
    headers: { authorization: `Bearer ${district.admin.token}`, ...init.headers },
  });

const tooMany = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`field${i}`, 'x']));

describe('a body that is refused before all of it has arrived', () => {
  it.each<[string, number, () => Promise<Response>]>([
    ['a photo that is too large', 413, () => send(photoPath, { method: 'PUT', body: form(large(3)) })],
    ['a photo that is far too large', 413, () => send(photoPath, { method: 'PUT', body: form(large(40)) })],
    [
      'a file of no known kind',
      400,
      () => send('/imports', { method: 'POST', body: form(large(20), { kind: 'nothing' }) }),
    ],
    ['a file without its kind', 400, () => send('/imports', { method: 'POST', body: form(large(20)) })],
    ['too many fields', 400, () => send('/imports', { method: 'POST', body: form(large(20), tooMany) })],
    [
      'a JSON body that is too large',
      413,
      () =>
        send('/scan-batches', {
          method: 'POST',
          body: JSON.stringify({ scans: 'x'.repeat(20 * MEGABYTE) }),
          headers: { 'content-type': 'application/json' },
        }),
    ],
    ['a file where none is taken', 415, () => send('/sites', { method: 'POST', body: form(large(20)) })],
    ['a file to nowhere', 404, () => send('/nowhere', { method: 'POST', body: form(large(20)) })],
    [
      'a file of somebody who is not signed in',
      401,
      () =>
        send('/imports', { method: 'POST', body: form(large(20)), headers: { authorization: 'Bearer x' } }),
    ],
  ])(
    'is answered, and the next request on the connection too: %s',
    async (_, status, refused) => {
      const statuses: number[] = [];
      for (let round = 0; round < 3; round += 1)
        for (const ask of [refused, () => send('/sites', {}), () => send('/sites', {})]) {
          const answer = await ask();
          await answer.text();
          statuses.push(answer.status);
        }
      expect(statuses).toEqual([status, 200, 200, status, 200, 200, status, 200, 200]);
    },
    20_000,
  );

  it('is answered at once, also where none of it comes', async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    const since = Date.now();
    socket.write(
      'POST /api/v1/sites HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 6000000\r\n\r\n',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(Date.now() - since).toBeLessThan(5_000);
  });
});
