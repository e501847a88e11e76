import type { ScanAction, ScanSaid } from './actions/scan-action.js';
import type { ScanOutcome } from './scan-outcomes.js';
import type { ScanRow } from './scans.dto.js';

/** A scan that can be judged. */
export interface Scan {
  index: number;
  row: Omit<ScanRow, 'clock'>;
  action: ScanAction;
  said: ScanSaid;
  /** Instants of the server's clock. */
  effectiveAt: Date;
  receivedAt: Date;
  /** When the device was there, where that is not when the scan takes effect. */
  seenAt?: Date;
  /** Where it was scanned, once that is known. */
  siteId?: string;
  /** A person accepted this scan despite later changes by others. It takes effect when they accepted it. */
  overrides?: boolean;
}

/** A scan that is here already. */
export interface KeptScan {
  id: string;
  accountId: string;
  code: string;
  action: string;
  /** Without the person. */
  said: Omit<ScanSaid, 'holder'>;
  /** The person to whom the device was to go. Null once the scan has been applied or refused. */
  holder: string | null;
  sweep: string | null;
  outcome: ScanOutcome;
  reason: string | null;
  detail: string | null;
  deviceId: string | null;
  knownVersion: number | null;
  effectiveAt: Date;
}
