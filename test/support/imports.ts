import type { ImportView } from '../../src/imports/imports.queries.js';
import type { ImportRowView } from '../../src/imports/imports.queries.js';
import type { TestApp, TestDistrict, TestUser } from './app.js';

/** Fields of an upload; objects are sent as JSON. */
export interface UploadFields {
  kind?: string;
  mode?: 'rehearse' | 'commit';
  mapping?: string | object;
  reading?: object;
  options?: object;
  fileName?: string;
}

/** One row of a file of devices, by the headers of our template. */
export type Row = Record<string, string>;

/** What every device of these tests has unless its row says otherwise. */
const ORDINARY: Row = {
  'Asset tag': '',
  'Serial number': '',
  Manufacturer: 'Lenovo',
  Model: '300e Chromebook 2nd Gen',
  Kind: 'chromebook',
  Status: 'deployed',
  Site: 'A1',
  Room: '',
  'In service on': '',
  Cost: '',
  Notes: '',
};

/** Rows as CSV, all with the headers of the first. */
export function csvOf(rows: readonly Row[]): string {
  const headers = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => headers.map((header) => quoted(row[header] ?? '')).join(','));
  return `${[headers.map(quoted).join(','), ...lines].join('\n')}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A file of devices in our template's words. */
export function devicesCsv(rows: readonly Row[]): string {
  return csvOf(rows.map((row) => ({ ...ORDINARY, ...row })));
}

export function numbered(count: number, more: Row = {}): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    'Asset tag': `T${1000 + i}`,
    'Serial number': `SN${1000 + i}`,
    ...more,
  }));
}

/** Sends a file; the answer is not looked at. */
export function send(
  user: TestUser,
  file: string | Buffer,
  fields: UploadFields = {},
): ReturnType<TestUser['post']> {
  const { fileName = 'upload.csv', ...others } = { kind: 'devices', mode: 'commit', ...fields };
  const request = user.post('/imports');
  for (const [name, value] of Object.entries(others))
    void request.field(name, typeof value === 'string' ? value : JSON.stringify(value));
  return request.attach('file', typeof file === 'string' ? Buffer.from(file) : file, fileName);
}

export async function upload(
  user: TestUser,
  file: string | Buffer,
  fields?: UploadFields,
): Promise<ImportView> {
  const { body, status } = await send(user, file, fields);
  if (status !== 202) throw new Error(`the upload was answered ${status}: ${JSON.stringify(body)}`);
  return body as ImportView;
}

/** Waits for the job of an import and shows the import as it is then. */
export async function ended(app: TestApp, user: TestUser, { id, job }: ImportView): Promise<ImportView> {
  if (job) await app.job(user, job.id);
  return show(user, id);
}

export async function show(user: TestUser, id: string): Promise<ImportView> {
  return (await user.get(`/imports/${id}`).expect(200)).body as ImportView;
}

/** Uploads a file and waits until it is committed, or whatever else was asked for. */
export async function load(
  app: TestApp,
  user: TestUser,
  file: string | Buffer,
  fields?: UploadFields,
): Promise<ImportView> {
  return ended(app, user, await upload(user, file, fields));
}

/** Commits, undoes or cancels an import and waits for it. */
export async function step(
  app: TestApp,
  user: TestUser,
  id: string,
  name: 'commit' | 'undo',
): Promise<ImportView> {
  const { body } = await user.post(`/imports/${id}/${name}`).expect(202);
  return ended(app, user, body as ImportView);
}

export async function rowsOf(user: TestUser, id: string, outcome?: string): Promise<ImportRowView[]> {
  const rows: ImportRowView[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = `limit=200${outcome ? `&outcome=${outcome}` : ''}${cursor ? `&cursor=${cursor}` : ''}`;
    const { body } = await user.get(`/imports/${id}/rows?${query}`).expect(200);
    rows.push(...(body as { items: ImportRowView[] }).items);
    cursor = (body as { nextCursor: string | null }).nextCursor;
  }
  return rows;
}

export async function addSites(district: TestDistrict, codes: readonly string[]): Promise<void> {
  for (const code of codes)
    await district.admin
      .post('/sites')
      .send({ code, name: `School ${code}`, type: 'elementary' })
      .expect(201);
}

/** A district with the sites A1 and B2. */
export async function districtWithSites(app: TestApp): Promise<TestDistrict> {
  const district = await app.district();
  await addSites(district, ['A1', 'B2']);
  return district;
}

export interface Device {
  id: string;
  version: number;
  status: string;
  [field: string]: unknown;
}

/** The one device with a code, whole. */
export async function deviceOf(user: TestUser, code: string): Promise<Device> {
  const { body } = await user.get(`/devices/lookup?code=${code}`).expect(200);
  const { items } = body as { items: { id: string }[] };
  if (items.length !== 1) throw new Error(`${items.length} devices have the code ${code}`);
  return (await user.get(`/devices/${items[0]?.id}`).expect(200)).body as Device;
}

/** How many devices there were on a day (today), by site. */
export async function countBySite(
  user: TestUser,
  asOf?: string,
  status?: string,
): Promise<Record<string, number>> {
  const query = [asOf && `asOf=${asOf}`, status && `status=${status}`].filter(Boolean).join('&');
  const { body } = await user.get(`/counts?groupBy=site&${query}`).expect(200);
  const { groups } = body as { groups: { site: string; count: number }[] };
  return Object.fromEntries(
    groups.filter(({ count }) => count !== 0).map(({ site, count }) => [site, count]),
  );
}
