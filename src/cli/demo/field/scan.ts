import type { Scope } from '../../../access/scope.js';
import { ScanBatches, type ScanResult } from '../../../scanning/batches/scan-batches.service.js';
import { demoId } from '../demo-ids.js';
import type { DemoStage } from '../demo-stage.js';

/** One scan of the demo, in the words of a phone. */
export interface DemoScan {
  code: string;
  action: string;
  site?: string;
  room?: string;
  sweep?: string;
  person?: string;
  note?: string;
  versionSeen?: number;
}

const SECONDS_BETWEEN = 7;

/**
 * Sends scans as a phone would.
 * @param first number of the first scan among all of the demo's: the same number is the same scan
 */
export async function sendScans(
  { session }: DemoStage,
  scope: Scope,
  { first, begunAt }: { first: number; begunAt: Date },
  scans: readonly DemoScan[],
): Promise<ScanResult[]> {
  const rows = scans.map((scan, i) => ({
    id: demoId('scan', first + i),
    scannedAt: new Date(begunAt.getTime() + i * SECONDS_BETWEEN * 1000).toISOString(),
    ...scan,
  }));
  const { results } = await session.app.get(ScanBatches).take(scope, { scans: rows });
  return results;
}
