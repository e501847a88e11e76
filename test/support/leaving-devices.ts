import type { TestApp, TestDistrict } from './app.js';
import { deviceOf, devicesCsv, load, numbered } from './imports.js';
import { sanitizationOf } from './sanitization-body.js';

/**
 * Retired devices `T1000`, `T1001` and so on at site A1. They are ready for any lot, but the last one: its data is still
 * on it, and it is managed.
 * @returns their ids, by asset tag
 */
export async function devicesToLeave(
  app: TestApp,
  { admin }: TestDistrict,
  count: number,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const rows = numbered(count, { Room: '12' });
  await load(app, admin, devicesCsv(rows));
  for (const row of rows) {
    const tag = row['Asset tag'] ?? '';
    const { id } = await deviceOf(admin, tag);
    await admin.patch(`/devices/${id}`).set('if-match', '*').send({ status: 'retired' }).expect(200);
    ids.set(tag, id);
  }
  const ready = [...ids.values()].slice(0, -1);
  await admin
    .post('/sanitizations')
    .send(sanitizationOf(...ready))
    .expect(201);
  await admin.post('/releases').send({ deviceIds: ready, service: 'google_admin' }).expect(201);
  return ids;
}
