import { hasSwollenBattery } from '../../src/salvage/assessment/latest-assessment.js';
import type { TestApp } from './app.js';

/** Which of some devices had a swollen battery when they were last assessed. */
export async function swollenAmong(
  app: TestApp,
  districtId: string,
  deviceIds: readonly string[],
): Promise<Set<string>> {
  const rows = await app.source.query<{ id: string }[]>(
    `SELECT n.id FROM unnest($2::uuid[]) AS n (id) WHERE ${hasSwollenBattery('n.id')}`,
    [districtId, deviceIds],
  );
  return new Set(rows.map(({ id }) => id));
}
