import type { ImportRowView, ImportView } from '../../src/imports/imports.queries.js';
import type { CoverageView } from '../../src/warranty/coverages/coverages.queries.js';
import type { TestApp, TestUser } from './app.js';
import { csvOf, load, type Row, rowsOf } from './imports.js';

/** One row of a file of coverages, in our template's words. */
const LINE: Row = {
  'Serial number': '',
  'Asset tag': '',
  Vendor: 'lenovo',
  Type: 'manufacturer',
  'First day': '2024-08-01',
  'Last day': '2027-07-31',
};

/** A file of coverages. A row says what is not as usual. */
export function coveragesCsv(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys({ ...LINE, ...row })))];
  return csvOf(
    rows.map((row) => Object.fromEntries(names.map((name) => [name, { ...LINE, ...row }[name] ?? '']))),
  );
}

/** Adds vendors as an administrator would. */
export async function addVendors(admin: TestUser, vendors: readonly object[]): Promise<void> {
  for (const vendor of vendors)
    await admin
      .post('/vendors')
      .send({ roles: ['manufacturer'], ...vendor })
      .expect(201);
}

export async function coveragesOf(user: TestUser, deviceId: string): Promise<CoverageView[]> {
  const { body } = await user.get(`/devices/${deviceId}/coverage`).expect(200);
  return (body as { coverages: CoverageView[] }).coverages;
}

/** The one coverage that a device has. */
export async function onlyCoverageOf(user: TestUser, deviceId: string): Promise<CoverageView> {
  const [first, ...others] = await coveragesOf(user, deviceId);
  expect(others).toEqual([]);
  if (!first) throw new Error('the device has no coverage');
  return first;
}

/** Loads a file of coverages. */
export function loadCoverages(
  app: TestApp,
  user: TestUser,
  file: string,
  mode: 'rehearse' | 'commit' = 'commit',
): Promise<ImportView> {
  return load(app, user, file, { kind: 'coverages', mode });
}

/** What becomes of each row of an import, with the codes of its problems and of its notes. */
export async function saidOfRows(user: TestUser, { id }: ImportView): Promise<string[][]> {
  const rows = await rowsOf(user, id);
  return rows.map(({ outcome, problems, notes }) => [outcome, ...codesOf(problems), ...codesOf(notes)]);
}

/** What is said of a row: the column and the code. */
export function codesOf(list: ImportRowView['problems'] | null): string[] {
  return (list ?? []).map(({ column, code }) => `${column ?? 'row'} ${code}`);
}
