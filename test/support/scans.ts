import { newId } from '../../src/common/ids.js';
import type { TestUser } from './app.js';

/** One result of a batch, as JSON brings it. */
export interface ScanResultJson {
  index: number;
  outcome: 'applied' | 'duplicate' | 'conflict' | 'unknown' | 'refused';
  was?: string;
  code?: string;
  detail?: string;
  id?: string;
  deviceId?: string;
  version?: number;
}

export interface ScanJson {
  id: string;
  scannedAt: string;
  code: string;
  action: string;
  [more: string]: unknown;
}

/** A scan as a phone's journal would have it. */
export function scanOf(code: string, action: string, more: object = {}): ScanJson {
  return { id: newId(), scannedAt: new Date().toISOString(), code, action, ...more };
}

export async function sendScans(
  user: TestUser,
  scans: object[],
  more: object = {},
): Promise<ScanResultJson[]> {
  const { body } = await user
    .post('/scan-batches')
    .send({ scans, ...more })
    .expect(200);
  return (body as { results: ScanResultJson[] }).results;
}
