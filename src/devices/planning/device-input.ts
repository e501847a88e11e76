import type { DeviceKind } from '../../catalogue/kinds.js';
import type { DeviceStatus, DisposalRoute } from '../statuses.js';

/**
 * What a file, a batch or a person says of a device, in words: sites by code or name, people by their external
 * id or address. Missing keeps what is there, null empties it.
 */
export interface DeviceInput {
  serialNumber?: string | null;
  assetTag?: string | null;
  manufacturer?: string | null;
  model?: string | null;
  kind?: DeviceKind | null;
  status?: DeviceStatus | null;
  /** Calendar date from which the status holds. */
  statusOn?: string | null;
  site?: string | null;
  room?: string | null;
  cart?: string | null;
  holder?: string | null;
  loanedOn?: string | null;
  dueOn?: string | null;
  purchasedOn?: string | null;
  inServiceOn?: string | null;
  costCents?: number | null;
  purchaseReference?: string | null;
  fundingSource?: string | null;
  fain?: string | null;
  federalSharePercent?: number | null;
  mac?: string | null;
  imei?: string | null;
  oldTag?: string | null;
  notes?: string | null;
  disposalRoute?: DisposalRoute | null;
  missing?: 'lost' | 'stolen';
  missingSince?: string;
  policeReportNumber?: string;
  approvalReference?: string;
  /** Calendar date from which the whole change is true; now where nothing is said. */
  effectiveOn?: string;
  /** Why; kept beside the event. */
  note?: string;
}

/** What may never be emptied. */
export const NEVER_EMPTY = ['status', 'model', 'site', 'kind'] as const;
